import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { fromDoDate } from '@noskhe/national-wire/data-objects'
import type { DoCodedText } from '@noskhe/national-wire/data-objects'
import { lifecycleCoding, referralCoding } from '@noskhe/national-wire/sepas-record'
import type {
  DepositResultVo, DispensingDepositMessage, HistoryRequest, PatientBillMessage, PrescriptionDepositMessage, Referral, ReferralCaseMessage,
} from '@noskhe/national-wire/sepas-record'
import { one, transaction } from '../../database.ts'
import { identityOf } from '../../insured.ts'
import { people } from '../../scenarios.ts'
import type { DemoPerson } from '../../scenarios.ts'
import { productName } from './store.ts'

export type Deposit = PrescriptionDepositMessage | DispensingDepositMessage | PatientBillMessage | ReferralCaseMessage
export type DepositKind = 'MedicationPrescription' | 'DispensedPrescription' | 'PatientBill' | 'ReferralCase'
type ErrorCode = NonNullable<DepositResultVo['ErrorCode']>

const { original, amendment, deleted } = lifecycleCoding
const stateOf = ({ MsgID }: Deposit) => MsgID.VersionLifecycleState.Coded_string

/** Keeps a message of the record once. A repeat is answered with what the first one made, marked as such. */
export function keep(db: DatabaseSync, kind: DepositKind, message: Deposit, at: Date): DepositResultVo {
  const { MsgID } = message
  const person = personKey(message.Person)
  if (person === null) return depositRefused(MsgID.MessageUID, 'malformed', 'شناسهٔ بیمار شناخته نشد')
  return transaction(db, () => {
    const before = kept(db, MsgID.MessageUID)
    if (before !== null) return { ...before, ErrorCode: 'duplicate', ErrorMessage: 'این پیام پیش‌تر ثبت شده است' }
    const fault = faultOf(db, kind, message)
    if (fault !== null) return depositRefused(MsgID.MessageUID, ...fault)
    insert(db, { kind, message, person, at })
    return kept(db, MsgID.MessageUID) ?? depositRefused(MsgID.MessageUID, 'malformed', 'پیام ذخیره نشد')
  })
}

export const depositRefused = (MessageUID: string, ErrorCode: ErrorCode, ErrorMessage: string): DepositResultVo => ({
  MessageUID, ErrorCode, ErrorMessage, CompositionUID: null, patientUID: null,
})

/** A newborn is not her mother, whose number she is asked under. Null for an identifier that no registry issues. */
export function personKey({ PersonID, Newborn }: HistoryRequest['Person']): string | null {
  const identity = identityOf(PersonID)
  if (identity === null) return null
  return [identity.kind, identity.value, ...(Newborn ? [fromDoDate(Newborn.BirthDate)] : [])].join('/')
}

const Kept = z.object({ composition_uid: z.string(), patient_uid: z.string() })

function kept(db: DatabaseSync, messageUid: string): DepositResultVo | null {
  const row = one(db, Kept, 'SELECT composition_uid, patient_uid FROM sepas_compositions JOIN sepas_persons USING (person) WHERE message_uid = ?', messageUid)
  return row && { MessageUID: messageUid, ErrorCode: null, ErrorMessage: null, CompositionUID: row.composition_uid, patientUID: row.patient_uid }
}

function faultOf(db: DatabaseSync, kind: DepositKind, message: Deposit): [ErrorCode, string] | null {
  const { MsgID, Composition } = message
  if (MsgID.Committer.Type === 'Med_ID' && !isMember(MsgID.Committer.ID)) return ['committer-unknown', 'نظام پزشکی ثبت‌کننده را نمی‌شناسد']
  const isEmpty = 'Referral' in Composition ? Composition.Referral === null : codesOf(Composition).length === 0
  if (isEmpty !== (stateOf(message) === deleted.Coded_string)) return ['malformed', 'تعداد ردیف‌ها با وضعیت سند نمی‌خواند']
  if ('Referral' in Composition && Composition.Referral !== null) {
    const fault = referralFault(Composition.Referral, Composition.Diagnosis)
    if (fault !== null) return ['malformed', fault]
  }
  const unknown = codesOf(Composition).find((code) => productName(db, code) === null)
  if (unknown !== undefined) return ['malformed', `کد ${unknown.Coded_string} در فهرست‌های مکسا نیست`]
  if ('BillSummary' in Composition && !addsUp(Composition)) return ['malformed', 'جمع ردیف‌های صورتحساب با خلاصهٔ آن نمی‌خواند']
  if (stateOf(message) === original.Coded_string) return null
  const amended = db
    .prepare('SELECT 1 FROM sepas_compositions WHERE composition_uid = ? AND kind = ? AND committer = ? AND superseded_by IS NULL AND cancelled_by IS NULL')
    .get(MsgID.CompositionUID, kind, MsgID.Committer.ID)
  return amended === undefined ? ['composition-unknown', 'از این ثبت‌کننده سندی با این شناسه نیست'] : null
}

const isMember = (councilNumber: string) => (people as readonly DemoPerson[]).some((it) => it.councilNumber === councilNumber)

/** A referral names a specialty, an order to hospital its diagnosis, an answer what it answers; and none of them what is another's. */
function referralFault({ ReferredType, Specialty, ReferredProvider, AnswersTo, Answers }: Referral, diagnosis: DoCodedText | null): string | null {
  const is = (kind: keyof typeof referralCoding) => ReferredType.Coded_string === referralCoding[kind].Coded_string
  if (!is('specialist') && !is('hospital') && !is('answer')) return 'نوع ارجاع در فهرست نیست'
  if (is('specialist') !== (Specialty !== null)) return 'تخصص با نوع ارجاع نمی‌خواند'
  if (ReferredProvider !== null && (!is('specialist') || !isMember(ReferredProvider.ID))) return 'همکاری با این شمارهٔ نظام پزشکی نیست'
  if (is('answer') !== (AnswersTo !== null) || (!is('answer') && Answers.length > 0)) return 'پاسخ با نوع ارجاع نمی‌خواند'
  return is('hospital') && diagnosis === null ? 'دستور بستری بدون تشخیص است' : null
}

function codesOf(composition: Deposit['Composition']): DoCodedText[] {
  if ('MedicationPrescriptions' in composition) return composition.MedicationPrescriptions.map((row) => row.ProductCode)
  if ('DispensedPrescriptions' in composition) return composition.DispensedPrescriptions.map((row) => row.ProductCode)
  if ('Referral' in composition) return []
  return composition.BillServices.map((row) => row.Service)
}

function addsUp({ BillSummary, BillServices }: PatientBillMessage['Composition']): boolean {
  const sums = ['TotalCharge', 'BasicInsuranceContribution', 'PatientContribution'] as const
  return sums.every((part) => BillServices.reduce((sum, row) => sum + row[part].Magnitude, 0) === BillSummary[part].Magnitude)
}

function insert(db: DatabaseSync, { kind, message, person, at }: { kind: DepositKind; message: Deposit; person: string; at: Date }): void {
  const { MsgID } = message
  const compositionUid = randomUUID()
  db.prepare('INSERT OR IGNORE INTO sepas_persons VALUES (?, ?)').run(person, randomUUID())
  db.prepare('INSERT INTO sepas_compositions VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)').run(
    MsgID.MessageUID, compositionUid, person, kind, MsgID.HealthCareFacilityID.ID, MsgID.Committer.ID, JSON.stringify(message.Composition), at.toISOString(),
  )
  const mark = (column: 'superseded_by' | 'cancelled_by') =>
    db.prepare(`UPDATE sepas_compositions SET ${column} = ? WHERE composition_uid = ?`).run(compositionUid, MsgID.CompositionUID)
  if (stateOf(message) === amendment.Coded_string) mark('superseded_by')
  if (stateOf(message) === deleted.Coded_string) mark('cancelled_by')
}
