import { setTimeout as wait } from 'node:timers/promises'
import { Router } from 'express'
import type { Response } from 'express'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { fromDoDate } from '@noskhe/national-wire/data-objects'
import {
  BatchHidRequest, CallupInsuranceRequest, EliminateHidRequest, HidRequest, UpdateHidRequest, VerifyHidRequest, eliminationReasons,
  hidRefusal, insurerCoding, personRefusal,
} from '@noskhe/national-wire/eligibility'
import type { InsuranceInformation } from '@noskhe/national-wire/eligibility'
import { gregorianDay, jalaliDay } from '@noskhe/national-wire/jalali'
import { readBody, refusal, success, unknownRefusal } from '../answer.ts'
import { hidsOf, hidsSchema } from '../hids.ts'
import { LicenceRow, licenceOf } from '../licence.ts'
import { findPatient, identityOf, isInForce } from '../insured.ts'
import { insuranceRows } from '../insurance-rows.ts'
import type { DemoPatient } from '../scenarios.ts'
import type { SandboxContext, Service } from '../service.ts'

const SLOW_MS = 4_000
const NEWBORN_DAYS = 60

/** The online insured database: identity, coverage, and the life of the HID (8-8, 9-1-2). */
export const eligibility: Service = {
  name: 'eligibility',
  title: 'استحقاق‌سنجی و صدور شباد',
  mount: '/eligibility',
  schema: hidsSchema,
  seed: () => {},
  unknownAnswer: unknownRefusal,
  routes: (context) => {
    const { now } = context
    const hids = hidsOf(context)
    const today = () => jalaliDay(now())
    const router = Router()

    router.post('/CallupInsurance', async (req, res) => {
      const body = readBody(CallupInsuranceRequest, req, res)
      if (body === null) return
      const refused = refusedCaller(context, body.orgID, body.hcpID)
      if (refused !== null) return void res.json(refused)
      const patient = findPatient(body.personID)
      if (patient?.behaviour === 'slow') await wait(SLOW_MS, undefined, { ref: false })
      if (patient?.behaviour === 'fails') return void answerBroken(res)
      const newborn = body.newborn === undefined ? null : fromDoDate(body.newborn.BirthDate)
      const unfit = refusedPerson(patient, newborn, now())
      if (patient === null || unfit !== null) return void res.json(unfit ?? unknownPerson)
      res.json(success(insuranceRows(patient, newborn) satisfies InsuranceInformation[]))
    })

    router.post('/hid', (req, res) => {
      const body = readBody(HidRequest, req, res)
      if (body === null) return
      const newborn = body.Newborn === undefined ? null : fromDoDate(body.Newborn.BirthDate)
      const insurer = body.InsurerID.Coded_string
      const refused = refusedCaller(context, body.OrgID, body.HcpID) ?? refusedCover(body.PersonID, insurer, newborn, now())
      const person = identityOf(body.PersonID)
      if (refused !== null || person === null) return void res.json(refused ?? unknownPerson)
      res.json(success(hids.issue({ person, newborn, siamId: body.OrgID.ID, councilNumber: body.HcpID.ID, insurer })))
    })

    router.post('/batchhid', (req, res) => {
      const body = readBody(BatchHidRequest, req, res)
      if (body === null) return
      const refused = refusedCentre(context, body.OrgID)
      res.json(refused ?? hids.reserve(body.OrgID.ID, body.InsurerID.Coded_string, body.Count))
    })

    router.post('/updatehid', (req, res) => {
      const body = readBody(UpdateHidRequest, req, res)
      if (body === null) return
      const newborn = body.Newborn === undefined ? null : fromDoDate(body.Newborn.BirthDate)
      const insurer = body.InsurerID.Coded_string
      const refused = refusedCaller(context, body.OrgID, body.HcpID) ?? refusedCover(body.PersonID, insurer, newborn, now())
      const person = identityOf(body.PersonID)
      if (refused !== null || person === null) return void res.json(refused ?? unknownPerson)
      res.json(hids.bind(body.HID.ID, { person, newborn, siamId: body.OrgID.ID, councilNumber: body.HcpID.ID, insurer }))
    })

    router.post('/eliminatehid', (req, res) => {
      const body = readBody(EliminateHidRequest, req, res)
      if (body === null) return
      const isListed = Object.values(eliminationReasons).some((it) => it.code === body.Reason.Coded_string)
      const refused = refusedCentre(context, body.OrgID) ?? (isListed ? null : refusal(400, 'دلیل ابطال از فهرست دلیل‌ها نیست'))
      res.json(refused ?? hids.eliminate(body.HID.ID, body.OrgID.ID, body.Reason.Value))
    })

    router.post('/verifyhid', (req, res) => {
      const body = readBody(VerifyHidRequest, req, res)
      if (body === null) return
      const known = hids.verify(body.HID.ID, today())
      res.json(known === null ? refusal(404, 'شباد یافت نشد') : success(known))
    })
    return router
  },
}

const unknownPerson = refusal(personRefusal.unknown, 'اطلاعات یافت نشد')

/** Only an active centre of SIAM and a member the Council lets practise may ask. */
function refusedCaller(context: SandboxContext, orgId: DoIdentifier, hcpId: DoIdentifier) {
  const centre = refusedCentre(context, orgId)
  if (centre !== null) return centre
  const row = context.db.prepare('SELECT * FROM council_members WHERE council_number = ?').get(hcpId.ID)
  if (row === undefined) return refusal(422, 'شمارهٔ نظام پزشکی شناخته نشد')
  return isActive(row, context) ? null : refusal(422, 'پروانهٔ ارائه‌دهندهٔ خدمت فعال نیست')
}

function refusedCentre(context: SandboxContext, orgId: DoIdentifier) {
  const row = context.db.prepare('SELECT * FROM siam_centres WHERE siam_id = ?').get(orgId.ID)
  if (row === undefined) return refusal(422, 'شناسهٔ مرکز در سیام یافت نشد')
  return isActive(row, context) ? null : refusal(422, 'پروانهٔ این مرکز در سیام فعال نیست')
}

const isActive = (row: unknown, { now }: SandboxContext) => licenceOf(LicenceRow.parse(row), jalaliDay(now())).state === 'active'

function refusedPerson(patient: DemoPatient | null, newborn: string | null, at: Date) {
  if (patient === null) return unknownPerson
  if (patient.life === 'blocked') return refusal(personRefusal.blocked, 'کد ملی مسدود است؛ با شناسهٔ یکتا پذیرش کنید')
  if (newborn === null) return null
  if (patient.newborn === undefined) return refusal(personRefusal.unknown, 'برای این مادر تولدی ثبت نشده است')
  const age = (at.getTime() - Date.parse(gregorianDay(newborn))) / 86_400_000
  return age >= 0 && age <= NEWBORN_DAYS ? null : refusal(personRefusal.unknown, 'نوزاد با کد ملی مادر تنها تا ۶۰ روز پس از تولد پذیرش می‌شود')
}

/** A HID is given for a live person covered today by the insurer that is named, and by nobody else. */
function refusedCover(person: DoIdentifier, insurerCode: string, newborn: string | null, at: Date) {
  const patient = findPatient(person)
  const refused = refusedPerson(patient, newborn, at)
  if (patient === null || refused !== null) return refused ?? unknownPerson
  if (patient.life === 'deceased') return refusal(hidRefusal.uncovered, 'این شخص در ثبت احوال فوت‌شده است')
  const covers = patient.coverages.some((it) => insurerCoding[it.insurer].code === insurerCode && isInForce(it, jalaliDay(at)))
  return covers ? null : refusal(hidRefusal.uncovered, 'پوشش بیمه‌ای معتبری نزد این بیمه‌گر یافت نشد')
}

const answerBroken = (res: Response) => res.status(500).json({ message: 'خطای داخلی سرویس' })
