export { routes } from './routes.ts'
export { assertRulesAllow, rulesForDocument } from './before-signing.ts'
export { startSendingFeedback } from './send-feedback.ts'
export { factsOfPatient } from './facts-of-patient.ts'
