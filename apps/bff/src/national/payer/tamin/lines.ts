import * as z from 'zod'
import { NoteDetail } from '@noskhe/national-wire/tamin'
import type { KeptLine } from '@noskhe/national-wire/tamin'
import { prescriptionType, serviceType } from '@noskhe/national-wire/tamin/codes'
import type { PrescriptionType } from '@noskhe/national-wire/tamin/codes'

/** A line, and the type of prescription that it goes into. */
export interface OrderedLine {
  type: PrescriptionType
  note: NoteDetail
}

const text = z.string().optional()

/** What only some lines say. A plain line of a drug has none of it, and its reference stays as short as it ever was. */
const More = z.object({
  type: z.enum(Object.values(prescriptionType)), srv: text, terms: text, group: text, icd: text, tooth: text, dental: z.literal(true).optional(), illness: text,
  plan: text,
})
type More = z.infer<typeof More>

/**
 * Tamin checks nothing before a prescription is sent and remembers no line until then. The reference of a line is therefore
 * the line itself, as the wire has it, so that the same reference can be made again of what Tamin tells later. Nothing in it
 * is secret, and it names nobody.
 */
const Line = z.tuple([
  z.string(), z.int(), z.string(), z.string(), z.string(), z.int().nullable(), z.string().nullable(), More.optional(),
])

export function lineRef({ type, note }: OrderedLine): string {
  const { srvId, srvQty, timesAday, drugInstruction, dose, repeat, dateDo } = note
  const more: More = said({
    type,
    srv: srvId.srvType.srvType,
    terms: srvId.terminology,
    group: srvId.parTarefGrp?.parGrpCode,
    icd: note.DiagnosisID?.icdId,
    tooth: note.toothId,
    dental: note.isDentalService === true ? true : undefined,
    illness: note.illnessId,
    plan: note.planId,
  })
  const line = [srvId.srvCode, srvQty, timesAday?.drugAmntId ?? '', drugInstruction?.drugInstId ?? '', dose, repeat, dateDo] as const
  return pack(isPlainDrug(more) ? [...line] : [...line, more])
}

/** The reference that a kept line was registered by. */
export const lineRefOf = (line: KeptLine, type: PrescriptionType): string => {
  const { srvId, srvQty, timesAday, drugInstruction, dose, repeat, dateDo } = line
  return lineRef({
    type,
    note: noteOf({
      // What was written in the Ministry's codes is told in Tamin's own.
      code: srvId.terminology === null ? srvId.wsSrvCode : srvId.gSrvCode,
      qty: srvQty, amount: timesAday?.drugAmntId ?? '', time: drugInstruction?.drugInstId ?? '', dose, repeat, dateDo,
      more: said({
        type, srv: srvId.srvType, terms: srvId.terminology ?? undefined, group: srvId.parGrpCode ?? undefined, icd: line.icdId ?? undefined,
        tooth: line.toothId ?? undefined, dental: line.isDentalService ? true : undefined, illness: line.illnessId ?? undefined,
        plan: line.planId ?? undefined,
      }),
    }),
  })
}

export function readLine(ref: string): OrderedLine {
  const [code, qty, amount, time, dose, repeat, dateDo, more = plainDrug] = Line.parse(JSON.parse(Buffer.from(ref, 'base64url').toString('utf8')))
  return { type: more.type, note: noteOf({ code, qty, amount, time, dose, repeat, dateDo, more }) }
}

const plainDrug: More = { type: prescriptionType.drug, srv: serviceType.drug }
const isPlainDrug = (it: More) => it.srv === serviceType.drug && Object.keys(it).length === Object.keys(plainDrug).length

interface Parts {
  code: string
  qty: number
  amount: string
  time: string
  dose: string
  repeat: number | null
  dateDo: string | null
  more: More
}

function noteOf({ code, qty, amount, time, dose, repeat, dateDo, more }: Parts): NoteDetail {
  return NoteDetail.parse({
    srvId: {
      srvCode: code,
      srvType: { srvType: more.srv ?? serviceType.drug },
      ...(more.group !== undefined && { parTarefGrp: { parGrpCode: more.group } }),
      ...(more.terms !== undefined && { terminology: more.terms }),
    },
    srvQty: qty,
    ...(amount !== '' && { timesAday: { drugAmntId: amount } }),
    ...(time !== '' && { drugInstruction: { drugInstId: time } }),
    dose,
    repeat,
    dateDo,
    ...(more.icd !== undefined && { DiagnosisID: { icdId: more.icd } }),
    ...(more.dental !== undefined && { isDentalService: true }),
    ...(more.tooth !== undefined && { toothId: more.tooth }),
    ...(more.illness !== undefined && { illnessId: more.illness }),
    ...(more.plan !== undefined && { planId: more.plan }),
  })
}

/** Without what is not said: it would stand in the reference as a difference. */
const said = (it: { [K in keyof More]: More[K] | undefined }): More => More.parse(Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)))

const pack = (line: z.infer<typeof Line>): string => Buffer.from(JSON.stringify(line)).toString('base64url')
