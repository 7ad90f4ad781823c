import * as z from 'zod'
import { MOST_REPEATS } from '@noskhe/national-wire/tamin'
import { MINISTRY_CODES, carries, prescriptionType, serviceType } from '@noskhe/national-wire/tamin/codes'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { illnesses, isDiagnosis, plans } from './care-lists.ts'
import { requireDate } from './dates.ts'
import { requireTooth } from './dentistry.ts'
import { isMarked } from './patient-marks.ts'
import { drugAmounts, drugInstructions, laboratoryGroups } from './reference-lists.ts'
import { findByNationalCode, findItem } from './rows.ts'
import type { Item } from './rows.ts'

export interface OrderedLine {
  item: Item
  qty: number
  /** Empty of a service, as the next. */
  amountId: string
  instructionId: string
  dose: string
  repeat: number | null
  /** Eight digits. */
  dateDo: string | null
  terminology: string | null
  group: string | null
  icd: string | null
  tooth: string | null
  illness: string | null
  plan: string | null
}

interface Within {
  type: string
  patient: string
}

/** Lines as create, edit and the rules of dentistry carry them. @throws Refusal */
export function readLines(call: Call, within: Within, came: unknown): OrderedLine[] {
  const list = Array.isArray(came) ? came : []
  if (within.type === prescriptionType.visit && list.length > 0) throw new Refusal(taminRefusal.itemsInVisit, 'نسخهٔ ویزیت قلم ندارد')
  if (!Object.values(serviceType).some((it) => carries(within.type, it))) {
    if (list.length > 0) throw new Refusal(taminRefusal.linesNotAllowed, 'این نوع نسخه قلم ندارد')
    return []
  }
  if (list.length === 0) throw new Refusal(taminRefusal.inputEmpty, 'ورودی خالی است')
  return list.map((it) => readLine(call, within, it))
}

const CameLine = z.object({
  srvId: z
    .object({
      srvCode: z.string().optional(),
      srvType: z.object({ srvType: z.string().optional() }).optional(),
      parTarefGrp: z.object({ parGrpCode: z.string().optional() }).nullish(),
      terminology: z.string().nullish(),
    })
    .optional(),
  srvQty: z.number().optional(),
  timesAday: z.object({ drugAmntId: z.string().optional() }).nullish(),
  drugInstruction: z.object({ drugInstId: z.string().optional() }).nullish(),
  dose: z.string().nullish(),
  repeat: z.number().nullish(),
  dateDo: z.string().nullish(),
  DiagnosisID: z.object({ icdId: z.string().optional() }).nullish(),
  isDentalService: z.boolean().nullish(),
  toothId: z.string().nullish(),
  illnessId: z.string().nullish(),
  planId: z.string().nullish(),
})
type CameLine = z.output<typeof CameLine>

function readLine(call: Call, { type, patient }: Within, came: unknown): OrderedLine {
  const read = CameLine.safeParse(came)
  if (!read.success) throw new Refusal(taminRefusal.inputEmpty, 'یکی از اقلام ناقص است')
  const line = read.data
  const item = requireService(call, type, line)
  const { srvQty = 0, dose, repeat = null, dateDo = null, toothId = null } = line
  if (!Number.isInteger(srvQty) || srvQty < 1) throw new Refusal(taminRefusal.quantityInvalid, 'تعداد درست نیست')
  const directions = item.srv_type === serviceType.drug ? requireDirections(line) : { amountId: '', instructionId: '' }
  if (repeat !== null && repeat > MOST_REPEATS) throw new Refusal(taminRefusal.tooManyRepeats, 'تکرار بیش از سه بار پذیرفته نیست')
  if (repeat !== null && dateDo === null) throw new Refusal(taminRefusal.repeatWithoutDate, 'برای قلم تکراری dateDo لازم است')
  if (dateDo !== null) requireDate(dateDo)
  requireTooth(item, toothId, line.isDentalService ?? false)
  return {
    item,
    qty: srvQty,
    ...directions,
    dose: dose ?? '',
    repeat,
    dateDo,
    terminology: line.srvId?.terminology ?? null,
    group: requireGroup(item, line),
    icd: requireDiagnosis(call, line.DiagnosisID?.icdId ?? null),
    tooth: toothId,
    illness: requireIllness(call, patient, line.illnessId ?? null),
    plan: requirePlan(line.planId ?? null),
  }
}

/** What the code names, in Tamin's own words or, where the line says so, in the Ministry's. */
function requireService({ db }: Call, type: string, { srvId }: CameLine): Item {
  const srvType = srvId?.srvType?.srvType ?? ''
  const { srvCode = '', terminology = null } = srvId ?? {}
  if (!carries(type, srvType)) throw new Refusal(taminRefusal.wrongServiceType, `قلم از نوع ${srvType} در این نسخه پذیرفته نیست`)
  if (terminology !== null && terminology !== MINISTRY_CODES) throw new Refusal(taminRefusal.terminologyInvalid, 'terminology شناخته نشد')
  const item = terminology === null ? findItem(db, srvCode) : findByNationalCode(db, srvType, srvCode)
  if (item?.srv_type !== srvType) throw new Refusal(taminRefusal.serviceUndefined, `کد خدمت ${srvCode} تعریف نشده است`)
  return item
}

function requireDirections({ timesAday, drugInstruction }: CameLine): Pick<OrderedLine, 'amountId' | 'instructionId'> {
  const amount = drugAmounts.find((it) => it.drugAmntId === timesAday?.drugAmntId)
  if (amount === undefined) throw new Refusal(taminRefusal.amountInvalid, 'مقدار مصرف نامعتبر است')
  const time = drugInstructions.find((it) => it.drugInstId === drugInstruction?.drugInstId)
  if (time === undefined) throw new Refusal(taminRefusal.timeInvalid, 'زمان مصرف نامعتبر است')
  return { amountId: amount.drugAmntId, instructionId: time.drugInstId }
}

/** A laboratory line names its sub-group; nobody else's does. */
function requireGroup({ srv_type }: Item, { srvId }: CameLine): string | null {
  const group = srvId?.parTarefGrp?.parGrpCode ?? null
  if (srv_type !== serviceType.laboratory) return null
  if (group === null) throw new Refusal(taminRefusal.laboratoryGroupMissing, 'زیرگروه آزمایش ارسال نشده است')
  if (!laboratoryGroups.some((it) => it.parGrpCode === group)) throw new Refusal(taminRefusal.laboratoryGroupInvalid, 'زیرگروه آزمایش نامعتبر است')
  return group
}

export function requireDiagnosis({ db }: Pick<Call, 'db'>, icd: string | null): string | null {
  if (icd !== null && !isDiagnosis(db, icd)) throw new Refusal(taminRefusal.diagnosisUndefined, `کد تشخیص ${icd} تعریف نشده است`)
  return icd
}

function requireIllness({ db }: Call, patient: string, illness: string | null): string | null {
  if (illness === null) return null
  if (!illnesses.some((it) => it.illnessId === illness)) throw new Refusal(taminRefusal.illnessInvalid, 'بیماری خاص نامعتبر است')
  if (!isMarked(db, patient, illness)) throw new Refusal(taminRefusal.illnessNotMarked, 'این بیماری برای بیمار نشان‌دار نشده است')
  return illness
}

function requirePlan(plan: string | null): string | null {
  if (plan !== null && !plans.some((it) => it.planId === plan)) throw new Refusal(taminRefusal.planInvalid, 'طرح درمان نامعتبر است')
  return plan
}
