import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import { one } from '../../database.ts'

const flag = z.number().transform(Boolean)

export const Account = z.object({
  username: z.string(),
  kind: z.enum(['doctor', 'midwife', 'foreign-doctor', 'pharmacy', 'paraclinic']),
  full_name: z.string(),
  specialty: z.string(),
  national_code: z.string(),
  council_number: z.string(),
  mobile: z.string(),
  siam_ids: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  centre: z.string(),
  has_contract: flag,
})
export type Account = z.infer<typeof Account>

/** A drug or a service: a row of `tamin_item`. */
export const Item = z.object({
  ws_code: z.string(),
  srv_type: z.string(),
  /** The national code: generic of a drug, the Ministry's of a service. */
  generic_code: z.string(),
  name: z.string(),
  form: z.string(),
  /** Of a laboratory service. */
  par_group: z.string().nullable(),
  /** Null of what is not dental. */
  needs_tooth: flag.nullable(),
  status: z.enum(Object.values(insuranceStatus)),
  hospital_only: flag,
  file_required: flag,
  max_prescription: z.number().nullable(),
  barcode_required: flag,
  price: z.number(),
  share: z.number(),
  subsidy: z.number(),
})
export type Item = z.infer<typeof Item>

export const Prescription = z.object({
  id: z.number(),
  tracking_code: z.string(),
  patient: z.string(),
  username: z.string(),
  client_id: z.string(),
  type: z.string(),
  presc_date: z.string(),
  comments: z.string(),
  expire_date: z.string().nullable(),
  fund: z.string(),
  fingerprint: z.string(),
  created_at: z.string(),
  edited_at: z.string().nullable(),
  deleted_at: z.string().nullable(),
})
export type Prescription = z.infer<typeof Prescription>

/** Prescriptions with what was written in their heads; to be narrowed by the caller's WHERE. */
export const prescriptionsSql = 'SELECT tamin_prescription.*, expire_date FROM tamin_prescription LEFT JOIN tamin_writing ON prescription = id'

export const Line = z.object({
  id: z.number(),
  prescription: z.number(),
  ws_code: z.string(),
  qty: z.number(),
  amount_id: z.string(),
  instruction_id: z.string(),
  dose: z.string(),
  repeat: z.number().nullable(),
  date_do: z.string().nullable(),
  srv_type: z.string(),
  terminology: z.string().nullable(),
  par_group: z.string().nullable(),
  icd: z.string().nullable(),
  tooth: z.string().nullable(),
  illness: z.string().nullable(),
  plan: z.string().nullable(),
})
export type Line = z.infer<typeof Line>

export const Check = z.object({
  id: z.string(),
  line: z.number(),
  username: z.string(),
  qty: z.number(),
  generic_code: z.string(),
  needs_barcode: flag,
  total: z.number(),
  organisation: z.number(),
  subsidy: z.number(),
  patient: z.number(),
  created_at: z.string(),
  delivery: z.string().nullable(),
})
export type Check = z.infer<typeof Check>

export const Delivery = z.object({
  id: z.string(),
  prescription: z.number(),
  username: z.string(),
  siam_id: z.string(),
  state: z.enum(['unconfirmed', 'confirmed', 'lapsed', 'deleted']),
  day: z.string(),
  created_at: z.string(),
  confirmed_at: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

export const findItem = (db: DatabaseSync, wsCode: string) => one(db, Item, 'SELECT * FROM tamin_item WHERE ws_code = ?', wsCode)

/** By the Ministry's code. */
export const findByNationalCode = (db: DatabaseSync, srvType: string, code: string) =>
  one(db, Item, 'SELECT * FROM tamin_item WHERE generic_code = ? AND srv_type = ?', code, srvType)

export function accountOf(db: DatabaseSync, username: string): Account {
  const account = one(db, Account, 'SELECT * FROM tamin_account WHERE username = ?', username)
  if (account === null) throw new Error(`No account ${username}`)
  return account
}

/** The doctor's id as she must write it: a midwife with a star, a foreigner with «ات». */
export function docIdOf({ kind, council_number }: Account): string {
  if (kind === 'midwife') return `${council_number}*`
  return kind === 'foreign-doctor' ? `${council_number}ات` : council_number
}

/** … and her national code, in whose place a foreigner writes `FDA` and her code. */
export const docNationalCodeOf = ({ kind, national_code }: Account): string => (kind === 'foreign-doctor' ? `FDA${national_code}` : national_code)
