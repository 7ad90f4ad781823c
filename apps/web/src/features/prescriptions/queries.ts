import type { Input, Typed } from '@noskhe/shared/endpoint'
import {
  checkDraft,
  discardDraft,
  findDispensing,
  findPrescription,
  listPrescriptions,
  openDraft,
  registerPrescription,
  saveDraft,
} from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'

const prescriptionQuery = (id: string) => queryOf(findPrescription, { id })

/** Puts what the server answered where every screen of this prescription reads it; lists are asked again. */
export function keepPrescription(queries: QueryClient, it: Prescription): void {
  queries.setQueryData(prescriptionQuery(it.id).queryKey, it)
  void queries.invalidateQueries({ queryKey: [listPrescriptions.method, listPrescriptions.path] })
}

const ASKED_AGAIN_MS = 3_000

/** One prescription; while its registration is unknown it is asked for again by itself. */
export const usePrescription = (id: string) =>
  useQuery({
    ...prescriptionQuery(id),
    refetchInterval: (query) => (query.state.data?.status === 'registration-unknown' ? ASKED_AGAIN_MS : false),
  })

/** The prescriber's own prescriptions, newest first, page by page. */
export const usePrescriptions = () =>
  useInfiniteQuery({
    queryKey: [listPrescriptions.method, listPrescriptions.path] as const,
    queryFn: ({ pageParam, signal }) => call(listPrescriptions, pageParam ? { before: pageParam } : {}, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

const DISPENSING_EVERY_MS = 5_000

/** What the payer says was given so far; asked again while the page is in sight, without prolonging the session. */
export const useDispensing = (id: string, { enabled }: { enabled: boolean }) =>
  useQuery({ ...queryOf(findDispensing, { id }, { isBackground: true }), enabled, staleTime: 0, refetchInterval: DISPENSING_EVERY_MS })

/** A mutation whose answer is the prescription as it now stands. */
function usePrescriptionMutation<V>(mutationFn: (input: V) => Promise<Prescription>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSuccess: (it) => keepPrescription(queries, it) })
}

export const useOpenDraft = () => usePrescriptionMutation((input: Typed<typeof openDraft>) => call(openDraft, input))
export const useSaveDraft = () => usePrescriptionMutation((input: Typed<typeof saveDraft>) => call(saveDraft, input))
export const useCheckDraft = () => usePrescriptionMutation((input: Input<typeof checkDraft>) => call(checkDraft, input))
export const useDiscardDraft = () => usePrescriptionMutation((input: Input<typeof discardDraft>) => call(discardDraft, input))
export const useRegisterPrescription = () =>
  usePrescriptionMutation((input: Input<typeof registerPrescription>) => call(registerPrescription, input))
