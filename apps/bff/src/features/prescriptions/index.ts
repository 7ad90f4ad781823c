export { routes } from './routes.ts'
export { startReconciling } from './reconcile-registrations.ts'
export { findOwn, markSigned, type OwnPrescription } from './for-signing.ts'
