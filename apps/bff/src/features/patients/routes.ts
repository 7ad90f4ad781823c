import * as contract from '@noskhe/shared/patients/contract'
import type { Server } from '../../http/serve.ts'
import { declareCoverage } from './declare-coverage.ts'
import { findEncounter } from './find-encounter.ts'
import { openEncounter } from './open-encounter.ts'
import { openEncounterOfPatient } from './open-encounter-of-patient.ts'
import { saveContact } from './save-contact.ts'
import { searchPatients } from './search/search-patients.ts'
import { endEncounter } from './visits/end-encounter.ts'

export function routes(server: Server): void {
  server.atCentre(contract.openEncounter, openEncounter)
  server.atCentre(contract.findEncounter, findEncounter)
  server.atCentre(contract.declareCoverage, declareCoverage)
  server.atCentre(contract.saveContact, saveContact)
  server.atCentre(contract.endEncounter, endEncounter)
  server.atCentre(contract.searchPatients, searchPatients)
  server.atCentre(contract.openEncounterOfPatient, openEncounterOfPatient)
}
