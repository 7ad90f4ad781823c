import {
  abandonDelivery,
  confirmDelivery,
  findDelivery,
  gatherDeliveryFindings,
  findOrder,
  listDeliveries,
  overrideDeliveryFinding,
  prepareDelivery,
  scanPack,
  searchOrders,
} from '@noskhe/shared/dispensing/contract'
import type { Delivery, OrderRef } from '@noskhe/shared/dispensing/order'
import type { Input, Typed } from '@noskhe/shared/endpoint'
import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'
import { useOnceKey } from './once-key.ts'

const listKey = [listDeliveries.method, listDeliveries.path] as const
const deliveryQuery = (id: string) => queryOf(findDelivery, { id })

function keepDelivery(queries: QueryClient, it: Delivery): void {
  queries.setQueryData(deliveryQuery(it.id).queryKey, it)
  void queries.invalidateQueries({ queryKey: listKey })
}

export const useSearchOrders = () => useMutation({ mutationFn: (input: Typed<typeof searchOrders>) => call(searchOrders, input) })

/** What is left is the payer's to say, now: never from a cache. */
export const useOrder = (ref: OrderRef) => useQuery({ ...queryOf(findOrder, { ref }), staleTime: 0, gcTime: 0 })

export function usePrepareDelivery() {
  const queries = useQueryClient()
  const once = useOnceKey()
  return useMutation({
    mutationFn: (input: Input<typeof prepareDelivery>) => once(input, (onceKey) => call(prepareDelivery, input, { onceKey })),
    onSuccess: (it) => keepDelivery(queries, it),
  })
}

const ASKED_AGAIN_MS = 2_000

/** One delivery; while the payer's answer is awaited it is asked for again by itself. */
export const useDelivery = (id: string) =>
  useQuery({
    ...deliveryQuery(id),
    refetchInterval: ({ state }) => (state.data?.state === 'unknown' || state.data?.state === 'sent' ? ASKED_AGAIN_MS : false),
  })

const RULES_ASKED_AGAIN_MS = 8_000
const findingsKey = (id: string) => [gatherDeliveryFindings.method, gatherDeliveryFindings.path, id] as const

/** What the clinical rules say of a delivery; a silence is asked about again by itself, without prolonging the session. */
export const useDeliveryFindings = (id: string) =>
  useQuery({
    queryKey: findingsKey(id),
    queryFn: ({ signal }) => call(gatherDeliveryFindings, { id }, { signal, isBackground: true }),
    staleTime: Infinity,
    retry: false,
    refetchInterval: ({ state: { data, status } }) => (status === 'error' || (data && data.state !== 'checked') ? RULES_ASKED_AGAIN_MS : false),
  })

export function useOverrideDeliveryFinding(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Omit<Typed<typeof overrideDeliveryFinding>, 'id'>) => call(overrideDeliveryFinding, { id, ...input }),
    onSuccess: (findings) => queries.setQueryData(findingsKey(id), findings),
  })
}

/** Scans run one after another, however fast they come. */
export function useScanPack(id: string) {
  const queries = useQueryClient()
  return useMutation({
    scope: { id: `scan-${id}` },
    mutationFn: (label: string) => call(scanPack, { id, lineId: null, label }),
    onSuccess: (it) => keepDelivery(queries, it),
  })
}

export function useConfirmDelivery(id: string) {
  const queries = useQueryClient()
  const once = useOnceKey()
  return useMutation({
    mutationFn: () => once(id, (onceKey) => call(confirmDelivery, { id }, { onceKey })),
    onSuccess: (it) => keepDelivery(queries, it),
    // Refused, or the network broke: how the delivery stands now is the server's to say.
    onError: () => queries.invalidateQueries({ queryKey: deliveryQuery(id).queryKey }),
  })
}

export function useAbandonDelivery(id: string) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: () => call(abandonDelivery, { id }), onSuccess: (it) => keepDelivery(queries, it) })
}

export const useDeliveries = () =>
  useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam, signal }) => call(listDeliveries, pageParam ? { before: pageParam } : {}, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
