export { startReconciling } from './reconcile-deliveries.ts'
export { routes } from './routes.ts'
