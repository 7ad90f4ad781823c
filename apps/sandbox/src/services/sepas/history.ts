import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { DoCodedText } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import { DispensingDepositMessage, PrescriptionDepositMessage, ReferralCaseMessage, purposeCoding } from '@noskhe/national-wire/sepas-record'
import type { HistoryEntry, HistoryRequest } from '@noskhe/national-wire/sepas-record'
import { all } from '../../database.ts'
import { identityOf } from '../../insured.ts'
import { people } from '../../scenarios.ts'
import type { DemoPerson } from '../../scenarios.ts'
import { personKey } from './deposit.ts'
import { PrescriptionRow, centreName, productName, toStored } from './store.ts'

const allPeople: readonly DemoPerson[] = people

/** Why a reader is turned away; null for a member of the Council with a purpose that SEPAS takes. */
export function refusedReader({ Reader, Purpose }: HistoryRequest): string | null {
  if (!allPeople.some((it) => it.councilNumber === Reader.ID)) return 'خواننده را نظام پزشکی نمی‌شناسد'
  const isTaken = Purpose.Terminology_id === purposeCoding.terminology && Purpose.Coded_string in purposeCoding.codes
  return isTaken ? null : 'هدف از خواندن پرونده در فهرست نیست'
}

/** What is kept of a person, from every insurer, newest first; the look itself is kept too. */
export function historyOf(db: DatabaseSync, request: HistoryRequest, at: Date): HistoryEntry[] {
  const person = personKey(request.Person)
  if (person === null) return []
  db.prepare('INSERT INTO sepas_looks VALUES (?, ?, ?, ?, ?)')
    .run(at.toISOString(), person, request.HealthCareFacilityID.ID, request.Reader.ID, request.Purpose.Coded_string)
  const entries = [...deposited(db, person), ...(request.Person.Newborn ? [] : privateOnes(db, request))]
  return entries.toSorted((a, b) => b.IssuedAt.localeCompare(a.IssuedAt))
}

const Row = z.object({ composition_uid: z.string(), kind: z.string(), siam_id: z.string(), committer: z.string(), body: z.string(), cancelled_by: z.string().nullable() })

function deposited(db: DatabaseSync, person: string): HistoryEntry[] {
  const rows = all(db, Row, `SELECT * FROM sepas_compositions WHERE person = ? AND superseded_by IS NULL AND kind <> 'PatientBill'`, person)
  // A deletion has no rows of its own: it shows at what it took away.
  const deletions = new Set(rows.map((row) => row.cancelled_by))
  return rows.filter((row) => !deletions.has(row.composition_uid)).map((row) => {
    const body: unknown = JSON.parse(row.body)
    const common = { CompositionUID: row.composition_uid, HealthCareFacility: facility(row.siam_id), Committer: committer(row.committer), IsCancelled: row.cancelled_by !== null }
    if (row.kind === 'ReferralCase') {
      const { Insurance, IssuedAt, Diagnosis, Referral } = ReferralCaseMessage.shape.Composition.parse(body)
      return { ...common, Kind: 'ReferralCase' as const, IssuedAt, Insurer: Insurance.Insurer, TrackingCode: Insurance.TrackingCode, Diagnosis, Referral, Rows: [] }
    }
    if (row.kind === 'MedicationPrescription') {
      const { Insurance, IssuedAt, Diagnosis, MedicationPrescriptions } = PrescriptionDepositMessage.shape.Composition.parse(body)
      const Rows = MedicationPrescriptions.map((it) => ({ ...named(db, it.ProductCode), TotalNumber: it.TotalNumber, PatientInstruction: it.PatientInstruction }))
      return { ...common, Kind: 'MedicationPrescription' as const, IssuedAt, Insurer: Insurance.Insurer, TrackingCode: Insurance.TrackingCode, Diagnosis, Referral: null, Rows }
    }
    const { Insurance, IssuedAt, DispensedPrescriptions } = DispensingDepositMessage.shape.Composition.parse(body)
    const Rows = DispensedPrescriptions.map((it) => ({ ...named(db, it.ProductCode), TotalNumber: it.TotalNumber, PatientInstruction: '' }))
    return { ...common, Kind: 'DispensedPrescription' as const, IssuedAt, Insurer: Insurance.Insurer, TrackingCode: Insurance.TrackingCode, Diagnosis: null, Referral: null, Rows }
  })
}

/** Private prescriptions are registered here in the first place: nobody deposits them a second time. */
function privateOnes(db: DatabaseSync, { Person }: HistoryRequest): HistoryEntry[] {
  const identity = identityOf(Person.PersonID)
  if (identity === null) return []
  const rows = all(db, PrescriptionRow, 'SELECT * FROM sepas_prescriptions WHERE person_kind = ? AND person_value = ?', identity.kind, identity.value)
  return rows.flatMap((row) => {
    const stored = toStored(db, row)
    const common = { Insurer: privateInsurer, TrackingCode: row.tracking_code, Diagnosis: null, Referral: null, IsCancelled: false }
    const written: HistoryEntry = {
      ...common, CompositionUID: row.message_uid, Kind: 'MedicationPrescription', IssuedAt: row.written_at,
      HealthCareFacility: facility(row.siam_id), Committer: committer(row.council_number),
      Rows: stored.Rows.map((it) => ({
        ...named(db, it.ProductCode), TotalNumber: count(it.TotalNumber), PatientInstruction: [it.Dosage, it.PatientInstruction].filter(Boolean).join('، '),
      })),
    }
    return [written, ...dispensedOfPrivate(db, row).map((it) => ({ ...common, ...it }))]
  })
}

const Dispensed = z.object({ message_uid: z.string(), siam_id: z.string(), at: z.string() })
const DispensedRow = z.object({ product: z.string(), count: z.number() })

function dispensedOfPrivate(db: DatabaseSync, { message_uid: prescription }: PrescriptionRow) {
  const events = all(db, Dispensed, 'SELECT message_uid, siam_id, at FROM sepas_dispensings WHERE prescription = ? AND deleted_at IS NULL', prescription)
  return events.map(({ message_uid, siam_id, at }) => ({
    CompositionUID: message_uid, Kind: 'DispensedPrescription' as const, IssuedAt: at, HealthCareFacility: facility(siam_id), Committer: committer(''),
    Rows: all(db, DispensedRow, 'SELECT product, count FROM sepas_dispensed_rows WHERE dispensing = ?', message_uid).map((row) => ({
      ...named(db, JSON.parse(row.product) as DoCodedText), TotalNumber: count(row.count), PatientInstruction: '',
    })),
  }))
}

const privateInsurer = { Value: insurerCoding.private.title, Terminology_id: 'thritaEHR.insurer', Coded_string: insurerCoding.private.code }
const count = (Magnitude: number) => ({ Magnitude, Unit: 'عدد' })
const named = (db: DatabaseSync, ProductCode: DoCodedText) => ({ ProductCode, ProductName: productName(db, ProductCode) ?? ProductCode.Value })
const facility = (siamId: string) => ({ ID: siamId, Name: centreName(siamId) })

function committer(councilNumber: string) {
  const person = allPeople.find((it) => it.councilNumber === councilNumber)
  return { CouncilNumber: councilNumber, FullName: person ? `${person.firstName} ${person.lastName}` : '', Specialty: person?.specialty?.title ?? '' }
}
