import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { DeliveryCheck, OrderCheck, Prescription, Samad, all, one } from './rows.ts'

const PastDelivery = DeliveryCheck.extend({ confirmed_at: z.string().nullable(), state: z.string(), partner: z.string() })

/** A line of a prescription, with what was taken of it. Confirmed counts for everybody; pending only holds the rest back. */
export interface Line extends OrderCheck {
  delivered: number
  /** Delivered but not confirmed yet; freed when it lapses. */
  pending: number
  deliveries: z.infer<typeof PastDelivery>[]
}

/** The lines of a saved prescription; lines that an update took out are not among them. */
export function linesOf(db: DatabaseSync, samad: string): Line[] {
  const ordered = all(db, OrderCheck, `SELECT * FROM ihio_order_check WHERE samad = ? AND state = 'ordered' ORDER BY rowid`, samad)
  return ordered.map((line) => {
    const past = all(
      db,
      PastDelivery,
      `SELECT ihio_delivery_check.*, state, confirmed_at, ihio_partner.name AS partner FROM ihio_delivery_check
       JOIN ihio_delivery ON ihio_delivery.code = delivery JOIN ihio_partner ON ihio_partner.id = partner_id
       WHERE order_check = ? AND state IN ('confirmed', 'unconfirmed') ORDER BY ihio_delivery.created_at`,
      line.code,
    )
    const sum = (state: string) => past.filter((it) => it.state === state).reduce((total, it) => total + it.count, 0)
    const deliveries = past.filter((it) => it.state === 'confirmed')
    return { ...line, deliveries, delivered: sum('confirmed'), pending: sum('unconfirmed') }
  })
}

/** D when everything was delivered, O while something is owed; an answer to a referral may owe nothing from the start. */
export const statusOf = (lines: readonly Line[]): 'D' | 'O' =>
  lines.every((line) => line.delivered >= line.count) ? 'D' : 'O'

/** What may still be delivered of a line. */
export const remainingOf = (line: Line) => line.count - line.delivered - line.pending

/** A prescription of this insured person by its tracking code; null where she has none such. */
export const prescriptionByTracking = (db: DatabaseSync, nationalNumber: string, trackingCode: string) =>
  one(db, Prescription, 'SELECT * FROM ihio_prescription WHERE national_number = ? AND tracking_code = ?', nationalNumber, trackingCode)

export const samadOf = (db: DatabaseSync, code: string) => one(db, Samad, 'SELECT * FROM ihio_samad WHERE code = ?', code)
