import * as contract from '@noskhe/shared/claims/contract'
import type { Server } from '../../http/serve.ts'
import { askClaim } from './ask-claim.ts'
import { listClaims } from './list-claims.ts'

export function routes(server: Server): void {
  server.atCentre(contract.listClaims, listClaims)
  server.atCentre(contract.askClaim, askClaim)
}
