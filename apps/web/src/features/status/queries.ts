import { nationalStatus } from '@noskhe/shared/status/contract'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/call.ts'

const ASKED_EVERY_MS = 30_000

/** How the national services answered lately, as our own server saw it; asking asks none of them. */
export const useNationalStatus = () =>
  useQuery({ ...queryOf(nationalStatus, {}, { isBackground: true }), staleTime: 0, refetchInterval: ASKED_EVERY_MS })
