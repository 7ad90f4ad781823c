import type { Router } from 'express'
import type { SandboxContext } from '../../service.ts'
import { listing } from './call.ts'
import { complaints, diagnoses, feedbackQuestions, illnesses, plans, specialties } from './care-lists.ts'
import { formulary } from './formulary.ts'
import { drugAmounts, drugInstructions, drugUsages, laboratoryGroups, prescriptionTypes, serviceTypes } from './reference-lists.ts'

/** The lists that the contract serves. Three of them stand at `/api`, the others at `/api/v2`. */
export function referenceRoutes(router: Router, v2: Router, context: SandboxContext): void {
  v2.get('/ws-prescription-type', listing(context, () => [...prescriptionTypes]))
  v2.get('/ws-service-type', listing(context, () => [...serviceTypes]))
  v2.get('/ws-services', listing(context, ({ db }, req) => formulary(db, typeof req.query['serviceType'] === 'string' ? req.query['serviceType'] : null)))
  v2.get('/ws-par-taref', listing(context, () => [...laboratoryGroups]))
  v2.get('/ws-drug-amount', listing(context, () => [...drugAmounts]))
  v2.get('/ws-drug-usage', listing(context, () => [...drugUsages]))
  v2.get('/ws-drug-instruction', listing(context, () => [...drugInstructions]))
  v2.get('/ws-ph-plan', listing(context, () => [...plans]))
  v2.get('/ws-ph-illness', listing(context, () => [...illnesses]))
  v2.get('/referral/feedback-questions', listing(context, () => [...feedbackQuestions]))
  router.get('/complaint', listing(context, () => [...complaints]))
  router.get('/icd10/getAll', listing(context, ({ db }) => diagnoses(db)))
  router.get('/specials/getAll', listing(context, () => [...specialties]))
}
