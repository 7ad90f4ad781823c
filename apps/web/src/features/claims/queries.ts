import { askClaim, listClaims } from '@noskhe/shared/claims/contract'
import type { Output } from '@noskhe/shared/endpoint'
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

const listKey = [listClaims.method, listClaims.path] as const
type Pages = InfiniteData<Output<typeof listClaims>, string | null>

export const useClaims = () =>
  useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam, signal }) => call(listClaims, pageParam ? { before: pageParam } : {}, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** Asks the company anew; the answer takes its place in the list. Asked again, nothing happens twice. */
export function useAskClaim() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(askClaim, { id }),
    onSuccess: (claim) =>
      queries.setQueryData<Pages>(listKey, (known) =>
        known && { ...known, pages: known.pages.map((page) => ({ ...page, claims: page.claims.map((it) => (it.id === claim.id ? claim : it)) })) },
      ),
  })
}
