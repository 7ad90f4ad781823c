import { jalaliDay, gregorianDay } from '@noskhe/national-wire/jalali'
import { MOST_REPEATS, NoteDetail, TaminDate, dayOfTaminDate, drugServiceType, prescriptionType, taminDate } from '@noskhe/national-wire/tamin'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import * as z from 'zod'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { requireDoctor } from './doctor.ts'
import { requirePatientCode } from './insured.ts'
import { drugAmounts, drugInstructions, prescriptionTypes } from './reference-lists.ts'
import { findDrugRow } from './rows.ts'

/** What came, before anything is asked of it: each thing that is missing has a refusal of its own. */
const Came = z.object({
  patient: z.string().optional(),
  mobile: z.string().optional(),
  prescDate: z.string().optional(),
  docId: z.string().optional(),
  docNationalCode: z.string().optional(),
  docMobileNo: z.string().optional(),
  prescType: z.object({ prescTypeId: z.string().optional() }).optional(),
  clientId: z.string().optional(),
  comments: z.string().optional(),
  noteDetailEprscs: z.array(z.unknown()).optional(),
})

export interface Written {
  patient: string
  type: string
  /** Jalali `YYYY-MM-DD`. */
  day: string
  comments: string
  lines: NoteDetail[]
}

/** Reads a create request in the order of the guide's refusals. @throws Refusal */
export function readWritten(call: Call, body: unknown): Written {
  const came = Came.safeParse(body)
  if (!came.success || Object.keys(came.data).length === 0) throw new Refusal(taminRefusal.inputEmpty, 'ورودی خالی است')
  const { patient = '', mobile, prescDate, prescType, clientId, comments = '', noteDetailEprscs = [], ...doctor } = came.data
  if (!mobile) throw new Refusal(taminRefusal.mobileMissing, 'شمارهٔ همراه بیمار ارسال نشده است')
  if (!/^09\d{9}$/.test(mobile)) throw new Refusal(taminRefusal.mobileMalformed, 'قالب شمارهٔ همراه بیمار درست نیست')
  requirePatientCode(patient)
  requireDoctor(call, { docId: doctor.docId, docNationalCode: doctor.docNationalCode, docMobileNo: doctor.docMobileNo ?? '' })
  const type = requireType(prescType?.prescTypeId)
  const day = requireDay(call, prescDate ?? '')
  if (clientId !== call.clientId) throw new Refusal(taminRefusal.otherClient, 'clientId با نرم‌افزار ارسال‌کننده نمی‌خواند')
  return { patient, type, day, comments, lines: readLines(call, type, noteDetailEprscs) }
}

/** Lines as create and edit carry them. @throws Refusal */
export function readLines(call: Call, type: string, came: unknown): NoteDetail[] {
  const list = Array.isArray(came) ? came : []
  if (type === prescriptionType.visit) {
    if (list.length > 0) throw new Refusal(taminRefusal.itemsInVisit, 'نسخهٔ ویزیت قلم ندارد')
    return []
  }
  if (list.length === 0) throw new Refusal(taminRefusal.inputEmpty, 'ورودی خالی است')
  return list.map((it) => readLine(call, it))
}

const CameLine = z.object({
  srvId: z.object({ srvCode: z.string().optional(), srvType: z.object({ srvType: z.string().optional() }).optional() }).optional(),
  srvQty: z.number().optional(),
  timesAday: z.object({ drugAmntId: z.string().optional() }).nullish(),
  drugInstruction: z.object({ drugInstId: z.string().optional() }).nullish(),
  dose: z.string().nullish(),
  repeat: z.number().nullish(),
  dateDo: z.string().nullish(),
})

function readLine({ db }: Call, came: unknown): NoteDetail {
  const line = CameLine.safeParse(came)
  if (!line.success) throw new Refusal(taminRefusal.inputEmpty, 'یکی از اقلام ناقص است')
  const { srvId, srvQty = 0, timesAday, drugInstruction, dose, repeat = null, dateDo = null } = line.data
  if (srvId?.srvType?.srvType !== drugServiceType) throw new Refusal(taminRefusal.wrongServiceType, 'نسخهٔ دارو تنها قلم از نوع 01 می‌پذیرد')
  const drug = findDrugRow(db, srvId.srvCode ?? '')
  if (drug === null) throw new Refusal(taminRefusal.serviceUndefined, `کد خدمت ${srvId.srvCode ?? ''} تعریف نشده است`)
  if (!Number.isInteger(srvQty) || srvQty < 1) throw new Refusal(taminRefusal.quantityInvalid, 'تعداد درست نیست')
  if (!drugAmounts.some((it) => it.drugAmntId === timesAday?.drugAmntId)) throw new Refusal(taminRefusal.amountInvalid, 'مقدار مصرف نامعتبر است')
  if (!drugInstructions.some((it) => it.drugInstId === drugInstruction?.drugInstId)) throw new Refusal(taminRefusal.timeInvalid, 'زمان مصرف نامعتبر است')
  if (repeat !== null && repeat > MOST_REPEATS) throw new Refusal(taminRefusal.tooManyRepeats, 'تکرار بیش از سه بار پذیرفته نیست')
  if (repeat !== null && dateDo === null) throw new Refusal(taminRefusal.repeatWithoutDate, 'برای قلم تکراری dateDo لازم است')
  if (dateDo !== null) requireDate(dateDo)
  return NoteDetail.parse({ ...line.data, dose: dose ?? '', repeat, dateDo })
}

function requireType(type: string | undefined): string {
  if (type === undefined || type === '') throw new Refusal(taminRefusal.typeMissing, 'نوع نسخه ارسال نشده است')
  if (!prescriptionTypes.some((it) => it.prescTypeId === type)) throw new Refusal(taminRefusal.typeInvalid, 'نوع نسخه نامعتبر است')
  if (type !== prescriptionType.drug && type !== prescriptionType.visit) {
    throw new Refusal(taminRefusal.notPlayed, 'این محیط آزمایشی تنها نسخهٔ دارو و ویزیت می‌پذیرد')
  }
  return type
}

function requireDay({ now }: Call, date: string): string {
  requireDate(date)
  if (date > taminDate(now)) throw new Refusal(taminRefusal.dateInFuture, 'تاریخ نسخه در آینده است')
  return dayOfTaminDate(date)
}

/** Eight digits that are a day of the calendar. */
function requireDate(date: string): void {
  const malformed = new Refusal(taminRefusal.dateMalformed, 'قالب تاریخ درست نیست')
  if (!TaminDate.safeParse(date).success) throw malformed
  try {
    gregorianDay(dayOfTaminDate(date))
  } catch (error) {
    throw error instanceof RangeError ? malformed : error
  }
}

export const isSameDay = (moment: string, now: Date): boolean => jalaliDay(new Date(moment)) === jalaliDay(now)
