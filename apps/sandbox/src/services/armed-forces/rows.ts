import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { ConfirmedRow } from '@noskhe/national-wire/armed-forces'
import { DoCodedText } from '@noskhe/national-wire/data-objects'
import { findDrugByIrc, findDrugOfAnyRelease } from '../../catalogue/store.ts'
import type { Drug } from '../../catalogue/drug.ts'
import { all, one } from '../../database.ts'
import type { PersonIdentity } from '../../insured.ts'

const json = <T extends z.ZodType>(schema: T) => z.string().transform((text): z.output<T> => schema.parse(JSON.parse(text)))

export const Prescription = z.object({
  message_uid: z.string(),
  tracking_code: z.string(),
  person_kind: z.enum(['national-code', 'fida', 'unique-id', 'insurance-code']),
  person_value: z.string(),
  username: z.string(),
  siam_id: z.string(),
  fund: z.string(),
  written_at: z.string(),
  withdrawn_at: z.string().nullable(),
})
export type Prescription = z.infer<typeof Prescription>

const Row = z.object({ row_id: z.string(), generic_code: z.string(), confirmation: z.string(), body: json(ConfirmedRow) })
export type Row = z.output<typeof Row>

export const Delivery = z.object({
  id: z.string(),
  prescription: z.string(),
  username: z.string(),
  siam_id: z.string(),
  state: z.enum(['unconfirmed', 'confirmed', 'lapsed', 'deleted']),
  created_at: z.string(),
  confirmed_at: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

export const DeliveredLine = z.object({
  delivery: z.string(),
  confirmation: z.string(),
  row_id: z.string(),
  product: json(DoCodedText),
  count: z.number(),
  total: z.number(),
  insurer_share: z.number(),
  patient_share: z.number(),
  packs: json(z.array(z.object({ UID: z.string(), Count: z.number() }))),
})
export type DeliveredLine = z.output<typeof DeliveredLine>

const Given = DeliveredLine.extend({ state: z.enum(['confirmed', 'unconfirmed']), confirmed_at: z.string().nullable(), siam_id: z.string() })

export const prescriptionsOf = (db: DatabaseSync, { kind, value }: PersonIdentity): Prescription[] =>
  all(db, Prescription, 'SELECT * FROM af_prescription WHERE person_kind = ? AND person_value = ? AND withdrawn_at IS NULL ORDER BY written_at DESC', kind, value)

export const findByMessage = (db: DatabaseSync, messageUid: string): Prescription | null =>
  one(db, Prescription, 'SELECT * FROM af_prescription WHERE message_uid = ?', messageUid)

export const findByTrackingCode = (db: DatabaseSync, trackingCode: string): Prescription | null =>
  one(db, Prescription, 'SELECT * FROM af_prescription WHERE tracking_code = ?', trackingCode)

export const rowsOf = (db: DatabaseSync, prescription: string): Row[] =>
  all(db, Row, 'SELECT * FROM af_row WHERE prescription = ? AND NOT is_removed ORDER BY rowid', prescription)

/** What was given of a prescription, and what a delivery that awaits its confirmation holds. */
export const givenOf = (db: DatabaseSync, prescription: string) =>
  all(
    db,
    Given,
    `SELECT l.*, d.state, d.confirmed_at, d.siam_id FROM af_delivered_line l JOIN af_delivery d ON d.id = l.delivery
     WHERE d.prescription = ? AND d.state IN ('confirmed', 'unconfirmed') ORDER BY d.created_at`,
    prescription,
  )

/** How many units of a row are neither given nor held. */
export function leftOf(db: DatabaseSync, prescription: string, row: Row): number {
  const taken = givenOf(db, prescription).filter((it) => it.row_id === row.row_id)
  return row.body.TotalNumber - taken.reduce((sum, it) => sum + it.count, 0)
}

/** The drug of a coded product, of any release: what was registered is still given. */
export const drugOf = (db: DatabaseSync, { Terminology_id, Coded_string }: DoCodedText): Drug | null =>
  Terminology_id === 'eRx' ? findDrugOfAnyRelease(db, Coded_string) : Terminology_id === 'IRC' ? findDrugByIrc(db, Coded_string) : null
