import * as contract from '@noskhe/shared/charts/contract'
import type { Server } from '../../http/serve.ts'
import { findChart, findChartOfVisit } from './find-chart.ts'
import { listLooks } from './list-looks.ts'
import { addProblem } from './problems/add-problem.ts'
import { resolveProblem } from './problems/resolve-problem.ts'

export function routes(server: Server): void {
  server.atCentre(contract.findChart, findChart)
  server.atCentre(contract.findChartOfVisit, findChartOfVisit)
  server.atCentre(contract.addProblem, addProblem)
  server.atCentre(contract.resolveProblem, resolveProblem)
  server.atCentre(contract.listLooks, listLooks)
}
