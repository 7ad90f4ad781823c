import type { CodeKind } from '@noskhe/shared/terminology/code'
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

/** Codes for what is typed; the earlier hits stay until the new ones come. */
export function useCodeSearch(typed: string, kind: CodeKind) {
  const query = useSettled(typed.trim())
  const search = useQuery({
    ...queryOf(searchCodes, { query, kind, limit: 12 }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })
  const isBehind = typed.trim() !== query || search.isPlaceholderData
  const status = typed.trim() === '' ? 'idle' : search.isError ? 'failed' : search.isPending || isBehind ? 'searching' : 'ready'
  return { hits: query === '' ? [] : (search.data?.hits ?? []), status, error: search.error } as const
}

/** Frequencies and instructions; they change with a release, not with a keystroke. */
export const useSigTerms = () => useQuery({ ...queryOf(listSigTerms, {}), staleTime: 30 * 60_000 })
