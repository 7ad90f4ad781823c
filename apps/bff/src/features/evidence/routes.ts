import * as contract from '@noskhe/shared/evidence/contract'
import type { Server } from '../../http/serve.ts'
import { exportEvidence } from './export-evidence.ts'

export function routes(server: Server): void {
  server.atCentre(contract.exportEvidence, exportEvidence)
}
