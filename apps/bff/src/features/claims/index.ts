export { askClaim } from './ask-claim.ts'
export { listClaims } from './list-claims.ts'
export { routes } from './routes.ts'
