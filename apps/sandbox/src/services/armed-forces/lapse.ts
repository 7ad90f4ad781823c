import type { DatabaseSync } from 'node:sqlite'
import { all } from '../../database.ts'
import { markInMarket } from '../../packs.ts'
import { DeliveredLine, Delivery } from './rows.ts'

const UNCONFIRMED_MS = 10 * 60_000

/** Frees what was delivered and not confirmed in ten minutes. Runs before every call, so that nobody sees it as held. */
export function lapseUnconfirmed(db: DatabaseSync, now: Date): void {
  const limit = new Date(now.getTime() - UNCONFIRMED_MS).toISOString()
  for (const { id } of all(db, Delivery, `SELECT * FROM af_delivery WHERE state = 'unconfirmed' AND created_at <= ?`, limit)) closeDelivery(db, id, 'lapsed')
}

/** Ends a delivery and gives its packs back to the market. */
export function closeDelivery(db: DatabaseSync, id: string, state: 'lapsed' | 'deleted'): void {
  for (const { packs } of linesOfDelivery(db, id)) for (const { UID } of packs) markInMarket(db, UID)
  db.prepare('UPDATE af_delivery SET state = ? WHERE id = ?').run(state, id)
}

export const linesOfDelivery = (db: DatabaseSync, id: string): DeliveredLine[] =>
  all(db, DeliveredLine, 'SELECT * FROM af_delivered_line WHERE delivery = ? ORDER BY rowid', id)
