import * as contract from '@noskhe/shared/status/contract'
import type { Server } from '../../http/serve.ts'
import { nationalStatus } from './national-status.ts'
import { readServiceReport } from './read-service-report.ts'

export function routes(server: Server): void {
  server.signedIn(contract.nationalStatus, nationalStatus)
  server.atCentre(contract.readServiceReport, readServiceReport)
}
