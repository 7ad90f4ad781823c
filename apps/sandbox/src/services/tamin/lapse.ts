import type { DatabaseSync } from 'node:sqlite'
import { all } from '../../database.ts'
import { markInMarket } from '../../packs.ts'
import { Delivery } from './rows.ts'

const UNCONFIRMED_MS = 10 * 60_000

/** Frees what was delivered and not confirmed in ten minutes. Runs before every call, so that nobody sees it as held. */
export function lapseUnconfirmed(db: DatabaseSync, now: Date): void {
  const limit = new Date(now.getTime() - UNCONFIRMED_MS).toISOString()
  for (const { id } of all(db, Delivery, `SELECT * FROM tamin_delivery WHERE state = 'unconfirmed' AND created_at <= ?`, limit)) {
    closeDelivery(db, id, 'lapsed')
  }
}

/** Ends a delivery and gives its packs back to the market. */
export function closeDelivery(db: DatabaseSync, id: string, state: 'lapsed' | 'deleted'): void {
  const packs = db.prepare('SELECT DISTINCT uid FROM tamin_delivered_pack WHERE delivery = ?').all(id)
  for (const { uid } of packs) markInMarket(db, String(uid))
  db.prepare('UPDATE tamin_delivery SET state = ? WHERE id = ?').run(state, id)
}
