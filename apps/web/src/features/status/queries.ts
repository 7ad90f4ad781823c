import { nationalStatus, readServiceReport } from '@noskhe/shared/status/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/call.ts'
import type { JalaliMonth } from '../billing/index.ts'

const ASKED_EVERY_MS = 30_000

/** How the national services answered lately, as our own server saw it; asking asks none of them. */
export const useNationalStatus = () =>
  useQuery({ ...queryOf(nationalStatus, {}, { isBackground: true }), staleTime: 0, refetchInterval: ASKED_EVERY_MS })

/** The month's report; while another month is fetched the one before stays in its place. */
export const useServiceReport = (month: JalaliMonth) =>
  useQuery({ ...queryOf(readServiceReport, { ...month }), placeholderData: keepPreviousData })
