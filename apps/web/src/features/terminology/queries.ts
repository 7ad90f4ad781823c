import type { CodeKind } from '@noskhe/shared/terminology/code'
import { splitTyped } from '@noskhe/shared/terminology/split-typed'
import { listSigTerms, searchCodes } from '@noskhe/shared/terminology/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { queryOf } from '../../api/call.ts'

const SETTLE_MS = 80

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/**
 * Codes of these lists for what is typed, those of one list together, the list of the best hit first. Directions behind the
 * thing do not narrow it. The earlier hits stay until the new ones come.
 */
export function useCodeSearch(typed: string, kinds: readonly CodeKind[]) {
  const { thing } = splitTyped(typed)
  const query = useSettled(thing)
  const search = useQuery({
    ...queryOf(searchCodes, { query, kinds: kinds.join(), limit: 12 }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })
  const isBehind = thing !== query || search.isPlaceholderData
  const status = thing === '' ? 'idle' : search.isError ? 'failed' : search.isPending || isBehind ? 'searching' : 'ready'
  const hits = query === '' ? [] : (search.data?.hits ?? [])
  return { query, hits: [...Map.groupBy(hits, (it) => it.kind).values()].flat(), status, error: search.error } as const
}

/** Frequencies and instructions; they change with a release, not with a keystroke. */
export const useSigTerms = () => useQuery({ ...queryOf(listSigTerms, {}), staleTime: 30 * 60_000 })
