import type { Typed } from '@noskhe/shared/endpoint'
import { countReferrals, findActOffers, findInbox, openReferral, readReferral } from '@noskhe/shared/referrals/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'
import { keepPrescription } from '../prescriptions/index.ts'

/** What the insurer of this visit takes beside medicines and services. */
export const useActOffers = (encounterId: string) => useQuery(queryOf(findActOffers, { id: encounterId }))

/** The referrals that wait for her; asked each time that the page is opened. */
export const useInbox = () => useQuery({ ...queryOf(findInbox, {}), staleTime: 0 })

const COUNTED_AGAIN_MS = 120_000

/** How many wait, without prolonging the session. */
export const useReferralCount = () => useQuery({ ...queryOf(countReferrals, {}, { isBackground: true }), staleTime: COUNTED_AGAIN_MS })

/** A look is written down, so that it is made once for each press. */
export const useReadReferral = () => useMutation({ mutationFn: (input: Typed<typeof readReferral>) => call(readReferral, input) })

export function useOpenReferral() {
  const queries = useQueryClient()
  return useMutation({ mutationFn: (input: Typed<typeof openReferral>) => call(openReferral, input), onSuccess: (it) => keepPrescription(queries, it) })
}
