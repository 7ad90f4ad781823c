import * as contract from '@noskhe/shared/dispensing/contract'
import type { Server } from '../../http/serve.ts'
import { abandonDelivery } from './abandon-delivery.ts'
import { gatherDeliveryFindings } from './clinical/gather-delivery-findings.ts'
import { overrideDeliveryFinding } from './clinical/override-delivery-finding.ts'
import { confirmDelivery } from './confirm-delivery.ts'
import { findDelivery } from './find-delivery.ts'
import { findOrder } from './find-order.ts'
import { listDeliveries } from './list-deliveries.ts'
import { prepareDelivery } from './prepare-delivery.ts'
import { scanPack } from './scan-pack.ts'
import { searchOrders } from './search-orders.ts'

export function routes(server: Server): void {
  server.atCentre(contract.searchOrders, searchOrders)
  server.atCentre(contract.findOrder, findOrder)
  server.atCentre(contract.prepareDelivery, prepareDelivery)
  server.atCentre(contract.scanPack, scanPack)
  server.atCentre(contract.confirmDelivery, confirmDelivery)
  server.atCentre(contract.gatherDeliveryFindings, gatherDeliveryFindings)
  server.atCentre(contract.overrideDeliveryFinding, overrideDeliveryFinding)
  server.atCentre(contract.abandonDelivery, abandonDelivery)
  server.atCentre(contract.findDelivery, findDelivery)
  server.atCentre(contract.listDeliveries, listDeliveries)
}
