import * as contract from '@noskhe/shared/centres/contract'
import type { Server } from '../../http/serve.ts'
import { findCentre } from './find-centre.ts'

export function routes(server: Server): void {
  server.atCentre(contract.findCentre, findCentre)
}
