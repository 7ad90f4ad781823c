export { claimSupplementary } from './claim-supplementary.ts'
export { type ConfirmedDelivery, findConfirmed } from './for-record.ts'
export { startReconciling } from './reconcile-deliveries.ts'
export { routes } from './routes.ts'
