import type { Input, Typed } from '@noskhe/shared/endpoint'
import {
  cancelPrescription,
  checkDraft,
  discardDraft,
  editPrescription,
  findDispensing,
  findPrescription,
  listPrescriptions,
  openDraft,
  registerPrescription,
  saveDraft,
} from '@noskhe/shared/prescriptions/contract'
import type { Dispensing, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { type QueryClient, useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'

const prescriptionQuery = (id: string) => queryOf(findPrescription, { id })

/** Puts what the server answered where every screen of this prescription reads it; lists are asked again. */
export function keepPrescription(queries: QueryClient, it: Prescription): void {
  queries.setQueryData(prescriptionQuery(it.id).queryKey, it)
  void queries.invalidateQueries({ queryKey: [listPrescriptions.method, listPrescriptions.path] })
}

/** What of hers is not finished: drafts, and what was signed without coming to a registration. Newest first. */
export const useUnfinished = () =>
  useQueries({
    queries: unfinished.map((status) => queryOf(listPrescriptions, { status, limit: SHOWN_UNFINISHED })),
    combine: (answers) =>
      answers
        .flatMap(({ data }) => data?.prescriptions ?? [])
        .toSorted((a, b) => b.writtenAt.localeCompare(a.writtenAt))
        .slice(0, SHOWN_UNFINISHED),
  })

const unfinished = ['draft', 'signed', 'registration-unknown'] as const
const SHOWN_UNFINISHED = 8

const ASKED_AGAIN_MS = 3_000

/** One prescription; while its registration or its HID is unknown it is asked for again by itself. */
export const usePrescription = (id: string) =>
  useQuery({
    ...prescriptionQuery(id),
    refetchInterval: (query) => (isAwaited(query.state.data) ? ASKED_AGAIN_MS : false),
  })

const isAwaited = (it: Prescription | undefined) =>
  it !== undefined && (it.status === 'registration-unknown' || (it.status === 'registered' && it.hid?.state === 'bound'))

/** The prescriber's own prescriptions, newest first, page by page. */
export const usePrescriptions = () =>
  useInfiniteQuery({
    queryKey: [listPrescriptions.method, listPrescriptions.path] as const,
    queryFn: ({ pageParam, signal }) => call(listPrescriptions, pageParam ? { before: pageParam } : {}, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

const DISPENSING_EVERY_MS = 5_000

/** What the payer says was given so far; asked again, without prolonging the session, until everything is given. */
export const useDispensing = (id: string) =>
  useQuery({
    ...queryOf(findDispensing, { id }, { isBackground: true }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && isAllGiven(data) ? false : DISPENSING_EVERY_MS),
  })

const isAllGiven = ({ state, items }: Dispensing) =>
  state === 'answered' && items.length > 0 && items.every(({ progress }) => progress.state === 'delivered')

/** A mutation whose answer is the prescription as it now stands. */
function usePrescriptionMutation<V>(mutationFn: (input: V) => Promise<Prescription>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSuccess: (it) => keepPrescription(queries, it) })
}

export const useOpenDraft = () => usePrescriptionMutation((input: Typed<typeof openDraft>) => call(openDraft, input))
/** What these two answer is kept by the composer, which knows whether it is still the newest. */
export const useSaveDraft = () => useMutation({ mutationFn: (input: Typed<typeof saveDraft>) => call(saveDraft, input) })
export const useCheckDraft = () => useMutation({ mutationFn: (input: Input<typeof checkDraft>) => call(checkDraft, input) })

export const useDiscardDraft = () => usePrescriptionMutation((input: Input<typeof discardDraft>) => call(discardDraft, input))

export const useEditPrescription = () => usePrescriptionMutation((input: Input<typeof editPrescription>) => call(editPrescription, input))
export const useCancelPrescription = () => usePrescriptionMutation((input: Typed<typeof cancelPrescription>) => call(cancelPrescription, input))

/** Registers; whatever is answered, what has become of the prescription is asked before anything else is shown. */
export function useRegisterPrescription() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof registerPrescription>) => call(registerPrescription, input),
    onSuccess: (it) => keepPrescription(queries, it),
    onError: (_, { id }) => queries.invalidateQueries({ queryKey: prescriptionQuery(id).queryKey, refetchType: 'all' }),
  })
}
