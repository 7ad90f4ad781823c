export { currentRelease, findCodes, sigTerms } from './find-codes.ts'
export { routes } from './routes.ts'
export { startTerminologyRefresh } from './start-terminology-refresh.ts'
