import type { CodeKind } from '@noskhe/shared/terminology/code'
import { splitTyped } from '@noskhe/shared/terminology/split-typed'
import { listSigTerms, searchCodes } from '@noskhe/shared/terminology/contract'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call, queryOf, Unreachable } from '../../api/call.ts'
import { keepOnDevice, searchOnDevice } from './device/on-device.ts'

const SETTLE_MS = 80

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const LIMIT = 12

/** Asks the server, and while it is away the lists that this device keeps; what those answer is not taken for the server's. */
const searchQuery = (query: string, kinds: readonly CodeKind[]) => {
  const asked = { query, kinds: kinds.join(), limit: LIMIT }
  return queryOptions({
    queryKey: queryOf(searchCodes, asked).queryKey,
    async queryFn({ signal }) {
      try {
        const found = await call(searchCodes, asked, { signal })
        keepOnDevice(found.release)
        return { ...found, isOnDevice: false }
      } catch (error) {
        const found = error instanceof Unreachable ? await searchOnDevice(query, kinds, LIMIT) : null
        if (found === null) throw error
        return { ...found, isOnDevice: true }
      }
    },
    staleTime: ({ state }) => (state.data?.isOnDevice ? 0 : 5 * 60_000),
  })
}

/**
 * Codes of these lists for what is typed, those of one list together, the list of the best hit first. Directions behind the
 * thing do not narrow it. The earlier hits stay until the new ones come.
 */
export function useCodeSearch(typed: string, kinds: readonly CodeKind[]) {
  const { thing } = splitTyped(typed)
  const query = useSettled(thing)
  const search = useQuery({
    ...searchQuery(query, kinds),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  })
  const isBehind = thing !== query || search.isPlaceholderData
  const status = thing === '' ? 'idle' : search.isError ? 'failed' : search.isPending || isBehind ? 'searching' : 'ready'
  const hits = query === '' ? [] : (search.data?.hits ?? [])
  const deviceRelease = search.data?.isOnDevice ? search.data.release : null
  return { query, hits: [...Map.groupBy(hits, (it) => it.kind).values()].flat(), deviceRelease, status, error: search.error } as const
}

/** Frequencies and instructions; they change with a release, not with a keystroke. */
export const useSigTerms = () => useQuery({ ...queryOf(listSigTerms, {}), staleTime: 30 * 60_000 })
