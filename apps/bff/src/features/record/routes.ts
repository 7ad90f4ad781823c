import * as contract from '@noskhe/shared/record/contract'
import type { Server } from '../../http/serve.ts'
import { listDeposits } from './deposits/list-deposits.ts'
import { sendDepositAgain } from './deposits/send-deposit-again.ts'
import { readRecord } from './read-record.ts'

export function routes(server: Server): void {
  server.atCentre(contract.readRecord, readRecord)
  server.atCentre(contract.listDeposits, listDeposits)
  server.atCentre(contract.sendDepositAgain, sendDepositAgain)
}
