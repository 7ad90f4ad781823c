import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import type { Request, Response } from 'express'
import * as z from 'zod'
import { DoCodedText } from '@noskhe/national-wire/data-objects'
import { DispensingDepositMessage, HistoryRequest, PatientBillMessage, PrescriptionDepositMessage, ReferralCaseMessage } from '@noskhe/national-wire/sepas-record'
import {
  AmendMessage, DeleteDispensedRequest, DispensedPrescriptionMessage, FindMessageRequest, FindPrescriptionsRequest, MedicationPrescriptionMessage,
} from '@noskhe/national-wire/sepas'
import { readBody, refusal, success } from '../answer.ts'
import { sealFault } from '../health-ca/message-seal.ts'
import { ensureCatalogue } from '../catalogue/store.ts'
import { identityOf } from '../insured.ts'
import { prescriptionIndexSchema } from '../prescription-index.ts'
import type { Service } from '../service.ts'
import { type DepositKind, depositRefused, keep } from './sepas/deposit.ts'
import { historyOf, refusedReader } from './sepas/history.ts'
import { recordSchema } from './sepas/record-schema.ts'
import { amendPrescription, deleteDispensing, findAccepted, refused, saveDispensing, savePrescription } from './sepas/save.ts'
import { sepasSchema } from './sepas/schema.ts'
import { PrescriptionRow, productName, toStored } from './sepas/store.ts'

/**
 * The electronic health record: what was registered with an insurer and dispensed on its account is deposited here; private
 * (آزاد) prescriptions, which no insurer keeps, are registered here.
 */
export const sepas: Service = {
  name: 'sepas',
  title: 'سپاس — پروندهٔ سلامت و نسخهٔ آزاد',
  mount: '/sepas',
  schema: sepasSchema + recordSchema + prescriptionIndexSchema,
  seed: ({ db }) => ensureCatalogue(db),
  unknownAnswer: { instead: (path) => (/Save|Amend/.test(path) ? unknownResult : refusal(799, 'کد ۷۹۹')) },
  routes: (context) => {
    const { db, now } = context
    const router = Router()

    const deposit = async (kind: DepositKind, schema: typeof deposits[DepositKind], req: Request, res: Response) => {
      const parsed = schema.safeParse(req.body)
      if (!parsed.success) return void res.json(depositRefused('', 'malformed', faultyFields(parsed.error)))
      const { MessageUID, HealthCareFacilityID } = parsed.data.MsgID
      const fault = await sealFault(context, req, HealthCareFacilityID.ID)
      res.json(fault === null ? keep(db, kind, parsed.data, now()) : depositRefused(MessageUID, ...fault))
    }
    router.post('/SavePatientBill', (req, res) => deposit('PatientBill', deposits.PatientBill, req, res))
    router.post('/SaveReferralCase', (req, res) => deposit('ReferralCase', deposits.ReferralCase, req, res))
    router.post('/GetPatientHistory', (req, res) => {
      const body = readBody(HistoryRequest, req, res)
      if (body === null) return
      const refused = refusedReader(body)
      res.json(refused === null ? success(historyOf(db, body, now())) : refusal(403, refused))
    })

    router.post('/SaveMedicationPrescription', async (req, res) => {
      if (isDeposit(req.body)) return deposit('MedicationPrescription', deposits.MedicationPrescription, req, res)
      const message = readMessage(MedicationPrescriptionMessage, req, res)
      if (message !== null) res.json(savePrescription(db, message, now()))
    })
    router.post('/AmendMedicationPrescription', (req, res) => {
      const message = readMessage(AmendMessage, req, res)
      if (message !== null) res.json(amendPrescription(db, message))
    })
    router.post('/SaveDispensedPrescription', async (req, res) => {
      if (isDeposit(req.body)) return deposit('DispensedPrescription', deposits.DispensedPrescription, req, res)
      const message = readMessage(DispensedPrescriptionMessage, req, res)
      if (message !== null) res.json(saveDispensing(db, message, now()))
    })
    router.post('/DeleteDispensedPrescription', (req, res) => {
      const body = readBody(DeleteDispensedRequest, req, res)
      if (body === null) return
      res.json(deleteDispensing(db, body.MessageUID, now()) ? success(true) : refusal(404, 'تحویلی با این شناسه یافت نشد'))
    })
    router.post('/FindMessage', (req, res) => {
      const body = readBody(FindMessageRequest, req, res)
      if (body === null) return
      const found = findAccepted(db, body.MessageUID)
      res.json(found === null ? refusal(404, 'پیامی با این شناسه ثبت نشده است') : success(found))
    })
    router.post('/FindMedicationPrescriptions', (req, res) => {
      const body = readBody(FindPrescriptionsRequest, req, res)
      if (body !== null) res.json(success(findPrescriptions(db, body).map((row) => toStored(db, row))))
    })
    router.post('/FindDispensedPrescription', (req, res) => {
      const body = readBody(FindMessageRequest, req, res)
      if (body === null) return
      const found = findDispensing(db, body.MessageUID)
      res.json(found === null ? refusal(404, 'تحویلی با این شناسه یافت نشد') : success(found))
    })
    return router
  },
}

/** A ResultVO whose error no list has. */
const unknownResult = { MessageUID: '', ErrorMessage: 'دورهٔ گذار', ErrorCode: 'in-transition', CompositionUID: null, patientUID: null, TrackingCode: null }

const deposits = {
  MedicationPrescription: PrescriptionDepositMessage, DispensedPrescription: DispensingDepositMessage, PatientBill: PatientBillMessage,
  ReferralCase: ReferralCaseMessage,
} satisfies Record<DepositKind, z.ZodType>

/** What has a tracking code already is registered elsewhere and deposited here; a private prescription gets its code from us. */
const isDeposit = (body: unknown): boolean =>
  z.object({ Composition: z.object({ Insurance: z.object({ TrackingCode: z.string() }) }) }).safeParse(body).success

const faultyFields = (error: z.ZodError) => `The value of ${error.issues.map((issue) => issue.path.join('.')).join(', ')} is not valid`

/** SEPAS answers a malformed message with a ResultVO, not with an HTTP error. */
function readMessage<T extends z.ZodType>(schema: T, req: Request, res: Response): z.infer<T> | null {
  const parsed = schema.safeParse(req.body)
  if (parsed.success) return parsed.data
  res.json(refused('', 'malformed', faultyFields(parsed.error)))
  return null
}

function findPrescriptions(db: DatabaseSync, by: z.infer<typeof FindPrescriptionsRequest>): PrescriptionRow[] {
  const select = (where: string, ...values: string[]) =>
    z.array(PrescriptionRow).parse(db.prepare(`SELECT * FROM sepas_prescriptions WHERE ${where} ORDER BY written_at DESC LIMIT 50`).all(...values))
  if ('TrackingCode' in by) return select('tracking_code = ?', by.TrackingCode)
  if ('MessageUID' in by) return select('message_uid = ?', by.MessageUID)
  const person = identityOf(by.PersonID)
  return person === null ? [] : select('person_kind = ? AND person_value = ?', person.kind, person.value)
}

function findDispensing(db: DatabaseSync, messageUid: string) {
  const row = db
    .prepare(
      `SELECT d.*, p.tracking_code, p.written_at FROM sepas_dispensings d JOIN sepas_prescriptions p ON p.message_uid = d.prescription
       WHERE d.message_uid = ?`,
    )
    .get(messageUid)
  if (row === undefined) return null
  const lines = db.prepare('SELECT product, count FROM sepas_dispensed_rows WHERE dispensing = ?').all(messageUid)
  return {
    MessageUID: messageUid,
    TrackingCode: String(row['tracking_code']),
    PrescriptionMessageUID: String(row['prescription']),
    WrittenAt: String(row['written_at']),
    DispensedAt: String(row['at']),
    IsDeleted: row['deleted_at'] !== null,
    Rows: lines.map((line) => {
      const ProductCode = DoCodedText.parse(JSON.parse(String(line['product'])))
      return { ProductName: productName(db, ProductCode) ?? ProductCode.Value, ProductCode, Count: Number(line['count']) }
    }),
  }
}
