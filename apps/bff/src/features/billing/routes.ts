import * as contract from '@noskhe/shared/billing/contract'
import type { Server } from '../../http/serve.ts'
import { findMonthlyBill } from './find-monthly-bill.ts'

export function routes(server: Server): void {
  server.atCentre(contract.findMonthlyBill, findMonthlyBill)
}
