import { giveUpEncounter as giveUpContract } from '@noskhe/shared/patients/contract'
import * as contract from '@noskhe/shared/prescriptions/contract'
import type { Server } from '../../http/serve.ts'
import { cancelPrescription } from './cancel-prescription.ts'
import { checkDraft } from './check-draft.ts'
import { discardDraft } from './discard-draft.ts'
import { editPrescription } from './edit-prescription.ts'
import { findDispensing } from './find-dispensing.ts'
import { findPrescription } from './find-prescription.ts'
import { giveUpEncounter } from './give-up-visit.ts'
import { listPrescriptions } from './list-prescriptions.ts'
import { openDraft } from './open-draft.ts'
import { registerPrescription } from './register-prescription.ts'
import { saveDraft } from './save-draft.ts'

export function routes(server: Server): void {
  // Whether a visit came to nothing is seen by what was written in it.
  server.atCentre(giveUpContract, giveUpEncounter)
  server.atCentre(contract.openDraft, openDraft)
  server.atCentre(contract.saveDraft, saveDraft)
  server.atCentre(contract.checkDraft, checkDraft)
  server.atCentre(contract.discardDraft, discardDraft)
  server.atCentre(contract.findPrescription, findPrescription)
  server.atCentre(contract.listPrescriptions, listPrescriptions)
  server.atCentre(contract.registerPrescription, registerPrescription)
  server.atCentre(contract.findDispensing, findDispensing)
  server.atCentre(contract.editPrescription, editPrescription)
  server.atCentre(contract.cancelPrescription, cancelPrescription)
}
