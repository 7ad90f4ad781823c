import type { Chart, Problem } from '@noskhe/shared/charts/chart'
import { addProblem, findChart, findChartOfVisit, listLooks, resolveProblem } from '@noskhe/shared/charts/contract'
import { endEncounter, findEncounter } from '@noskhe/shared/patients/contract'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'

/** A chart is not asked for again by itself: each asking is a look that is audited. */
const asked = { staleTime: Infinity, refetchOnReconnect: false, refetchOnWindowFocus: false } as const

/** What the centre holds of the patient of a visit. */
export const useChartOfVisit = (encounterId: string) => useQuery({ ...queryOf(findChartOfVisit, { id: encounterId }), ...asked })

/** The same by the patient; always as it is now, because it is the page one comes to for that. */
export const useChart = (id: string) => useQuery({ ...queryOf(findChart, { id }), ...asked, gcTime: 0 })

/** Who has seen it: asked for when it is wanted. */
export const useLooks = (id: string, isWanted: boolean) => useQuery({ ...queryOf(listLooks, { id }), ...asked, gcTime: 0, enabled: isWanted })

/** Puts her problems into every chart of hers that is on a screen. */
function keepProblems(queries: QueryClient, patientId: string, problems: Problem[]): void {
  for (const { method, path } of [findChart, findChartOfVisit]) {
    queries.setQueriesData<Chart>({ queryKey: [method, path] }, (chart) => (chart?.patientId === patientId ? { ...chart, problems } : chart))
  }
}

export function useAddProblem(patientId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (code: string) => call(addProblem, { id: patientId, code }),
    onSuccess: ({ problems }) => keepProblems(queries, patientId, problems),
  })
}

export function useResolveProblem(patientId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(resolveProblem, { id }),
    onSuccess: ({ problems }) => keepProblems(queries, patientId, problems),
  })
}

/** A visit of hers, for when it began and ended. */
export const useVisit = (id: string) => useQuery(queryOf(findEncounter, { id }))

/** Says that the service of a visit is over. */
export function useEndEncounter() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(endEncounter, { id }),
    onSuccess: (it) => queries.setQueryData(queryOf(findEncounter, { id: it.id }).queryKey, it),
  })
}
