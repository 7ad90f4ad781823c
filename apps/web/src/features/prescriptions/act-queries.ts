import type { Typed } from '@noskhe/shared/endpoint'
import { findAnswers, openAct, saveAct } from '@noskhe/shared/referrals/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'
import { keepPrescription } from './queries.ts'

/** Begins a referral, a visit or an order to hospital. */
export function useOpenAct() {
  const queries = useQueryClient()
  return useMutation({ mutationFn: (input: Typed<typeof openAct>) => call(openAct, input), onSuccess: (it) => keepPrescription(queries, it) })
}

export function useSaveAct() {
  const queries = useQueryClient()
  return useMutation({ mutationFn: (input: Typed<typeof saveAct>) => call(saveAct, input), onSuccess: (it) => keepPrescription(queries, it) })
}

/** Whether a referral was answered, asked of the payer each time that somebody looks. */
export const useAnswers = (id: string) => useQuery({ ...queryOf(findAnswers, { id }), staleTime: 0 })
