import { MOST_REPEATS } from '@noskhe/national-wire/tamin'
import type { NoteDetail } from '@noskhe/national-wire/tamin'
import { CheckRulesReply } from '@noskhe/national-wire/tamin/care'
import type { CheckRulesRequest } from '@noskhe/national-wire/tamin/care'
import { MINISTRY_CODES, laboratoryGroup, prescriptionType, serviceType } from '@noskhe/national-wire/tamin/codes'
import type { PrescriptionType } from '@noskhe/national-wire/tamin/codes'
import type { FormularyRow } from '@noskhe/national-wire/tamin/lists'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import type * as z from 'zod'
import type { OrderItem, OrderVerdict, Payer, PayerCall, Refused } from '../port.ts'
import { toDirections } from './directions.ts'
import type { DoctorIdentity } from './doctor-identity.ts'
import { verdictOf } from './formulary-verdict.ts'
import { lineRef, readLine } from './lines.ts'
import type { OrderedLine } from './lines.ts'
import { hospitalOnly, noCode, noCompound, noServiceCode, refusalOf, sameLineTwice, tooManyTimes } from './outcomes.ts'
import { coverageOf } from './reading.ts'
import type { DrugLists, ReferenceLists } from './reference-lists.ts'
import type { Answer, Sessions } from './sessions.ts'
import type { Visits } from './visits.ts'

interface Needs {
  sessions: Sessions
  lists: ReferenceLists
  visits: Visits
}

type Found = { row: FormularyRow; line: OrderedLine }

/** Until something is sent: entitlement, a visit, and a verdict on each line from Tamin's own lists and rules. */
export function ordering({ sessions, lists, visits }: Needs): Pick<Payer, 'coverage' | 'openVisit' | 'checkOrder'> {
  return {
    async coverage(call) {
      const answer = await visits.deserve(call)
      return answer.outcome === 'refused' ? answer : coverageOf(answer.info)
    },

    async openVisit(call) {
      const answer = await visits.deserve(call)
      if (answer.outcome === 'refused') return answer
      if (!answer.info.hasDeserve) return refusalOf(taminRefusal.notDeserving, answer.info.message)
      const doctor = await visits.doctorOf(call.party)
      if (doctor.outcome === 'refused') return doctor
      return { outcome: 'opened', visitRef: visits.begin(call.patient, doctor.info) }
    },

    async checkOrder({ visitRef, item, alongside, ...call }): Promise<OrderVerdict> {
      const visit = await visits.owner({ ...call, visitRef })
      if (visit.outcome === 'refused') return visit
      if (item.compound !== null) return noCompound
      if (item.periods > MOST_REPEATS) return tooManyTimes
      const found = await find(call, item, visit.info.date)
      if (found.outcome === 'refused') return found
      const { row, line } = found.info
      if (row.hospitalOnly) return hospitalOnly
      const checkRef = lineRef(line)
      if (alongside.includes(checkRef)) return sameLineTwice
      const others = alongside.map(readLine)
      if (row.needsTooth !== null) {
        const against = await dentalRefusal(call, visit.info.doctor, [...others, line])
        if (against !== null) return against
      }
      const { srvCode } = line.note.srvId
      const beside = others.filter(({ note }) => note.srvId.srvCode === srvCode).reduce((sum, { note }) => sum + note.srvQty, 0)
      return verdictOf(row, { count: item.count + beside, checkRef, hasIllness: item.illness !== undefined })
    },
  }

  async function find({ party }: PayerCall, item: OrderItem, date: string): Promise<Answer<Found>> {
    if (item.code.system === 'generic') {
      const known = await lists.drugs(party)
      if (known.outcome === 'refused') return known
      const row = known.info.formulary.get(item.code.value)
      return row === undefined ? noCode : { outcome: 'answered', info: { row, line: drugLine(item, row, { known: known.info, date }) } }
    }
    // A licensed product has no code of its own at Tamin; only what it is of has.
    if (item.code.system === 'irc') return noCode
    const known = await lists.services(party)
    if (known.outcome === 'refused') return known
    const row = known.info.get(item.code.value)
    return row === undefined ? noServiceCode : { outcome: 'answered', info: { row, line: serviceLine(item, row, date) } }
  }

  /** Tamin's own rules about teeth, for the last of the lines, judged with those before it. */
  async function dentalRefusal({ party, patient }: PayerCall, { docId, docNationalCode }: DoctorIdentity, lines: OrderedLine[]): Promise<Refused | null> {
    const noteDetailEprscs = lines.map(({ note }) => note).filter((it) => it.isDentalService === true)
    const body: z.infer<typeof CheckRulesRequest> = { patient: patient.identity.value, docId, docNationalCode, noteDetailEprscs }
    const said = await sessions.ask(party, { path: ['check-rules-in-detail'], body, isRead: true }, CheckRulesReply)
    if (said.outcome === 'refused') return said
    const last = said.info.at(-1)
    return last === undefined || last.isAllowed ? null : refusalOf(last.ruleCode ?? '', last.message)
  }
}

function drugLine(item: OrderItem, row: FormularyRow, { known, date }: { known: DrugLists; date: string }): OrderedLine {
  const { dose, drugAmntId, drugInstId } = toDirections(item, known)
  const note: NoteDetail = {
    ...common(item, date),
    srvId: { srvCode: row.wsSrvCode, srvType: { srvType: serviceType.drug } },
    timesAday: { drugAmntId },
    drugInstruction: { drugInstId },
    dose,
  }
  return { type: prescriptionType.drug, note }
}

/** By the Ministry's code, which is the one we know, and says so. A laboratory test names its sub-group, «unknown» where the list has none. */
function serviceLine(item: OrderItem, row: FormularyRow, date: string): OrderedLine {
  const isLaboratory = row.srvType === serviceType.laboratory
  const note: NoteDetail = {
    ...common(item, date),
    srvId: {
      srvCode: row.gSrvCode,
      srvType: { srvType: row.srvType },
      ...(isLaboratory && { parTarefGrp: { parGrpCode: row.parGrpCode ?? laboratoryGroup.unknown } }),
      terminology: MINISTRY_CODES,
    },
    dose: [item.consumption, item.instruction, item.note].filter(Boolean).join('، '),
    ...(row.needsTooth !== null && { isDentalService: true }),
    ...(item.tooth !== undefined && { toothId: item.tooth }),
  }
  return { type: typeOf(row, item), note }
}

function typeOf({ srvType }: FormularyRow, { doneBy }: OrderItem): PrescriptionType {
  if (srvType !== serviceType.medical && srvType !== serviceType.nursing) return prescriptionType.paraclinical
  return doneBy === 'another' ? prescriptionType.referredServices : prescriptionType.services
}

function common(item: OrderItem, date: string) {
  const isRepeated = item.periods > 1
  return {
    srvQty: item.count,
    repeat: isRepeated ? item.periods : null,
    // A repeated line must name its first day.
    dateDo: item.activeFrom?.replaceAll('-', '') ?? (isRepeated ? date : null),
    ...(item.diagnosis !== undefined && { DiagnosisID: { icdId: item.diagnosis } }),
    ...(item.illness !== undefined && { illnessId: item.illness }),
    ...(item.plan !== undefined && { planId: item.plan }),
  }
}
