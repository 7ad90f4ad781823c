import { dayOfTaminDate, taminDate } from '@noskhe/national-wire/tamin'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { complaints } from './care-lists.ts'
import { requireDate } from './dates.ts'
import { requireDoctor } from './doctor.ts'
import { requirePatientCode } from './insured.ts'
import { prescriptionTypes } from './reference-lists.ts'
import { Came } from './written.ts'
import type { Written } from './written.ts'
import { readLines } from './written-lines.ts'
import { readReferral, readWithoutLines } from './written-referral.ts'

/** Reads a create request in the order of the guide's refusals. @throws Refusal */
export function readWritten(call: Call, body: unknown): Written {
  const read = Came.safeParse(body)
  if (!read.success || Object.keys(read.data).length === 0) throw new Refusal(taminRefusal.inputEmpty, 'ورودی خالی است')
  const came = read.data
  const { patient = '', comments = '' } = came
  if (!came.mobile) throw new Refusal(taminRefusal.mobileMissing, 'شمارهٔ همراه بیمار ارسال نشده است')
  if (!/^09\d{9}$/.test(came.mobile)) throw new Refusal(taminRefusal.mobileMalformed, 'قالب شمارهٔ همراه بیمار درست نیست')
  requirePatientCode(patient)
  requireDoctor(call, { docId: came.docId, docNationalCode: came.docNationalCode, docMobileNo: came.docMobileNo ?? '' })
  const type = requireType(came.prescType?.prescTypeId)
  const day = requireDay(call, came.prescDate ?? '')
  if (came.clientId !== call.clientId) throw new Refusal(taminRefusal.otherClient, 'clientId با نرم‌افزار ارسال‌کننده نمی‌خواند')
  return {
    patient,
    type,
    day,
    comments,
    expires: requireExpiry(came),
    complaint: requireComplaint(came),
    lines: readLines(call, { type, patient }, came.noteDetailEprscs ?? []),
    referral: readReferral(call, type, came),
    feedback: readWithoutLines(call, { type, patient }, came),
  }
}

function requireType(type: string | undefined): string {
  if (type === undefined || type === '') throw new Refusal(taminRefusal.typeMissing, 'نوع نسخه ارسال نشده است')
  if (!prescriptionTypes.some((it) => it.prescTypeId === type)) throw new Refusal(taminRefusal.typeInvalid, 'نوع نسخه نامعتبر است')
  return type
}

function requireDay({ now }: Call, date: string): string {
  requireDate(date)
  if (date > taminDate(now)) throw new Refusal(taminRefusal.dateInFuture, 'تاریخ نسخه در آینده است')
  return dayOfTaminDate(date)
}

function requireExpiry({ expireDate = null, prescDate = '' }: Came): string | null {
  if (expireDate === null) return null
  requireDate(expireDate)
  if (expireDate < prescDate) throw new Refusal(taminRefusal.expiryInvalid, 'تاریخ اعتبار پیش از تاریخ نسخه است')
  return expireDate
}

function requireComplaint({ Complaint }: Came): string | null {
  const id = Complaint?.complaintId ?? null
  if (id !== null && !complaints.some((it) => it.complaintId === id)) throw new Refusal(taminRefusal.complaintUndefined, 'شکایت اصلی بیمار تعریف نشده است')
  return id
}
