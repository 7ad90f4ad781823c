import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { Call } from './call.ts'
import type { ServiceTypeId } from './item.ts'
import { all } from './rows.ts'
import type { Account, Partner } from './rows.ts'
import { partnersOf } from './sessions.ts'

const Offer = z.object({ type_id: z.number() })
const usual = { pharmacy: 3, prescriber: 5 } as const satisfies Record<Partner['kind'], ServiceTypeId>

/** The kinds of service that a partner hands over. A referral is nobody's to hand over: a specialist answers it. */
export function offersOf(db: DatabaseSync, partner: Partner): number[] {
  const offers = all(db, Offer, 'SELECT type_id FROM ihio_partner_offer WHERE partner_id = ?', partner.id).map((it) => it.type_id)
  return offers.length > 0 ? offers : [usual[partner.kind]]
}

/** The account's centre that has a contract and hands over all of these. */
export const delivererOf = (call: Call, account: Account, typeIds: readonly number[]): Partner | undefined =>
  partnersOf(call, account).find((it) => it.has_contract && typeIds.every((typeId) => offersOf(call.db, it).includes(typeId)))
