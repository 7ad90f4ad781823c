import { findCentre } from '@noskhe/shared/centres/contract'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/call.ts'

const READ_AGAIN_EVERY_MS = 60_000

/** The centre as SIAM last told of it; read from our server's copy, which is renewed there. */
export const useCentreRecord = () => useQuery({ ...queryOf(findCentre, {}, { isBackground: true }), refetchInterval: READ_AGAIN_EVERY_MS })
