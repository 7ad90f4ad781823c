import type { Typed } from '@noskhe/shared/endpoint'
import { acceptSuggestion, findPatientFacts, gatherFindings, keepPatientFacts, overrideFinding } from '@noskhe/shared/rules/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'

const ASKED_AGAIN_MS = 8_000

const findingsOf = (id: string) => [gatherFindings.method, gatherFindings.path, id] as const

/**
 * What the rules say of a revision of the draft. What they said of the one before stays on the screen meanwhile; a silence is
 * asked about again by itself, without prolonging the session.
 */
export const useFindings = ({ id, revision, isNeeded }: { id: string; revision: number; isNeeded: boolean }) =>
  useQuery({
    queryKey: [...findingsOf(id), revision],
    queryFn: ({ signal }) => call(gatherFindings, { id, revision }, { signal, isBackground: true }),
    enabled: isNeeded,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
    refetchInterval: ({ state: { data, status } }) => (status === 'error' || (data && data.state !== 'checked') ? ASKED_AGAIN_MS : false),
  })

/** Gives or takes back a reason; the answer is what the rules say with it. */
export function useOverrideFinding(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Omit<Typed<typeof overrideFinding>, 'id'>) => call(overrideFinding, { id, ...input }),
    onSuccess: (findings) => queries.setQueryData([...findingsOf(id), findings.revision], findings),
  })
}

/** Tells the service that its suggestion was taken; what comes of telling it is no concern of hers. */
export const useAcceptSuggestion = (id: string) =>
  useMutation({ mutationFn: (input: Omit<Typed<typeof acceptSuggestion>, 'id'>) => call(acceptSuggestion, { id, ...input }) })

export const usePatientFacts = (id: string) => useQuery(queryOf(findPatientFacts, { id }))

/** Keeps them, and has the rules asked about the draft with them. */
export function useKeepPatientFacts(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Omit<Typed<typeof keepPatientFacts>, 'id'>) => call(keepPatientFacts, { id, ...input }),
    onSuccess: (kept) => {
      queries.setQueryData(queryOf(findPatientFacts, { id }).queryKey, kept)
      void queries.invalidateQueries({ queryKey: findingsOf(id) })
    },
    onError: () => void queries.invalidateQueries({ queryKey: queryOf(findPatientFacts, { id }).queryKey }),
  })
}
