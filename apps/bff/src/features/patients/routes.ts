import * as contract from '@noskhe/shared/patients/contract'
import type { Server } from '../../http/serve.ts'
import { findEncounter } from './find-encounter.ts'
import { openEncounter } from './open-encounter.ts'

export function routes(server: Server): void {
  server.atCentre(contract.openEncounter, openEncounter)
  server.atCentre(contract.findEncounter, findEncounter)
}
