import * as contract from '@noskhe/shared/patients/contract'
import type { Server } from '../../http/serve.ts'
import { declareCoverage } from './declare-coverage.ts'
import { findEncounter } from './find-encounter.ts'
import { openEncounter } from './open-encounter.ts'
import { saveContact } from './save-contact.ts'

export function routes(server: Server): void {
  server.atCentre(contract.openEncounter, openEncounter)
  server.atCentre(contract.findEncounter, findEncounter)
  server.atCentre(contract.declareCoverage, declareCoverage)
  server.atCentre(contract.saveContact, saveContact)
}
