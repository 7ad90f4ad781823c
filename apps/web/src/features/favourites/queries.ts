import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import { changeSet, findFavourites, keepFavourites, listSets, makeSet, recall } from '@noskhe/shared/favourites/contract'
import type { ItemSet } from '@noskhe/shared/favourites/favourite'
import { ItemDraft } from '@noskhe/shared/prescriptions/item'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'

const STALE_MS = 5 * 60_000

const favouritesQuery = queryOf(findFavourites, {})

/** What she has pinned at this centre, in her order. */
export const useFavourites = () => useQuery({ ...favouritesQuery, staleTime: STALE_MS })

/** What a deed makes of the pinned items. */
export type PinnedChange = (pinned: readonly ItemDraft[]) => readonly ItemDraft[]

/**
 * Does a deed to the pinned items as they newly are; where another tab changed them in between, once more on what it left.
 */
export function useChangePinned() {
  const queries = useQueryClient()
  const keep = async (change: PinnedChange) => {
    const { revision, pinned } = await queries.fetchQuery({ ...favouritesQuery, staleTime: 0 })
    return call(keepFavourites, { revision, pinned: [...change(pinned.map(({ item }) => ItemDraft.parse(item)))] })
  }
  return useMutation({
    mutationFn: (change: PinnedChange) =>
      keep(change).catch((error: unknown) => {
        if (error instanceof Failure && error.code === 'favourites.changed-elsewhere') return keep(change)
        throw error
      }),
    onSuccess: (kept) => queries.setQueryData(favouritesQuery.queryKey, kept),
  })
}

const setsQuery = queryOf(listSets, {})

/** Her own sets and the clinic's. Colleagues change theirs, so they are asked for whenever they are looked at. */
export const useSets = () => useQuery({ ...setsQuery, staleTime: 0 })

function useSetMutation<V>(mutationFn: (input: V) => Promise<ItemSet>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => queries.invalidateQueries({ queryKey: setsQuery.queryKey }) })
}

export const useMakeSet = () => useSetMutation((input: Input<typeof makeSet>) => call(makeSet, input))
export const useChangeSet = () => useSetMutation((input: Input<typeof changeSet>) => call(changeSet, input))

interface Recalled {
  id: string
  /** Of the draft as the server has it. */
  diagnosisCode: string | null
  /** A prescription that is to be among the earlier ones, however old, if it is of the same patient. */
  repeated?: string | null
}

/** What she wrote before and may want in this draft; asked anew when its diagnosis has become another. */
export const useRecall = ({ id, diagnosisCode, repeated = null }: Recalled) =>
  useQuery({
    queryKey: [recall.method, recall.path, id, diagnosisCode, repeated] as const,
    queryFn: ({ signal }) => call(recall, { id, ...(repeated !== null && { repeated }) }, { signal }),
    staleTime: STALE_MS,
  })
