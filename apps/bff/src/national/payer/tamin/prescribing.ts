import { DeserveReply, DetailReply, MOST_REPEATS, WrittenReply, drugServiceType, prescriptionType, taminDate } from '@noskhe/national-wire/tamin'
import type { Deserve, KeptPrescription, MutationResult, NoteDetail, SendEprescRequest, WrittenRequest } from '@noskhe/national-wire/tamin'
import type * as z from 'zod'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { beforeSending } from '../../gateway/before-sending.ts'
import type { OrderItem, Party, Payer, PayerCall, PayerPatient, Refused } from '../port.ts'
import { toDirections } from './directions.ts'
import { doctorIdentity } from './doctor-identity.ts'
import type { DoctorIdentity } from './doctor-identity.ts'
import { verdictOf } from './formulary-verdict.ts'
import { lineRef, readLine } from './lines.ts'
import {
  hospitalOnly, identityUnknown, noCode, noCompound, noMobile, orderUnknown, otherVisit, refusalOf, sameLineTwice, tooManyTimes,
} from './outcomes.ts'
import { asWritten, coverageOf, orderOf } from './reading.ts'
import type { ReferenceLists } from './reference-lists.ts'
import type { Answer, Sessions } from './sessions.ts'
import { commentOf, dateOfVisit, newVisitRef, refInComment } from './visit-ref.ts'

type Prescribing = Pick<Payer, 'coverage' | 'openVisit' | 'checkOrder' | 'register' | 'amend' | 'findRegistration' | 'progress' | 'orderByVisit'>

interface Needs {
  sessions: Sessions
  lists: { get(party: Party): Promise<Answer<ReferenceLists>> }
  clientId: string
  now: () => Date
}

type Visited = PayerCall & { visitRef: string }
type Registered = { outcome: 'registered'; trackingCode: string }

/** The doctor's side of the insurer. */
export function prescribing({ sessions, lists, clientId, now }: Needs): Prescribing {
  return {
    async coverage(call) {
      const answer = await deserve(call)
      return answer.outcome === 'refused' ? answer : coverageOf(answer.info)
    },

    async openVisit(call) {
      const answer = await deserve(call)
      if (answer.outcome === 'refused') return answer
      if (!answer.info.hasDeserve) return refusalOf(taminRefusal.notDeserving, answer.info.message)
      const doctor = await doctorOf(call.party)
      if (doctor.outcome === 'refused') return doctor
      return { outcome: 'opened', visitRef: newVisitRef(ownerOf(call.patient, doctor.info), taminDate(now())) }
    },

    async checkOrder({ visitRef, item, alongside, ...call }) {
      const visit = await visitOf({ ...call, visitRef })
      if (visit.outcome === 'refused') return visit
      const known = await lists.get(call.party)
      if (known.outcome === 'refused') return known
      if (item.compound !== null) return noCompound
      if (item.periods > MOST_REPEATS) return tooManyTimes
      const drug = item.code.system === 'generic' ? known.info.formulary.get(item.code.value) : undefined
      if (drug === undefined) return noCode
      if (drug.hospitalOnly) return hospitalOnly
      const checkRef = lineRef(toLine(item, drug.wsSrvCode, { known: known.info, date: visit.info.date }))
      if (alongside.includes(checkRef)) return sameLineTwice
      const beside = alongside.map(readLine).filter((it) => it.srvId.srvCode === drug.wsSrvCode)
      return verdictOf(drug, beside.reduce((sum, it) => sum + it.srvQty, item.count), checkRef)
    },

    async register({ visitRef, checkRefs, ...call }) {
      const visit = await beforeSending(() => visitOf({ ...call, visitRef }))
      if (visit.outcome === 'refused') return visit
      const { doctor, date } = visit.info
      const patient = await beforeSending(() => deserve(call))
      if (patient.outcome === 'refused') return patient
      if (patient.info.mobile === null) return noMobile
      const body: SendEprescRequest = {
        ...doctor,
        patient: call.patient.identity.value,
        mobile: patient.info.mobile,
        prescDate: date,
        prescType: { prescTypeId: prescriptionType.drug },
        clientId,
        comments: commentOf(visitRef),
        noteDetailEprscs: checkRefs.map(readLine),
      }
      const told = await sessions.tell(call.party, { path: ['SendEpresc'], body })
      if (told.outcome === 'refused') return told
      return told.info.error_Code === taminRefusal.duplicate ? reconcile({ ...call, visitRef }, told.info) : registered(told.info)
    },

    /** The whole list replaces the old one, once. Where no line is left the prescription is deleted, on the day it was made. */
    async amend({ visitRef, add, remove, ...call }) {
      const found = await beforeSending(() => detailOf({ ...call, visitRef }))
      if (found.outcome === 'refused') return found
      const { doctor, prescription } = found.info
      const kept = prescription.noteDetailEprscs.map(asWritten).filter((ref) => !remove.includes(ref))
      const lines = [...kept, ...add].map(readLine)
      const place = [{ secret: prescription.head_EPRSC_ID }, { secret: doctor.docNationalCode }, { secret: doctor.docId }]
      const told = await sessions.tell(
        call.party,
        lines.length === 0 ? { path: ['ep', ...place], body: {} } : { path: ['ep', 'update', ...place], body: lines },
      )
      if (told.outcome === 'refused') return told
      return told.info.error_Code === null ? { outcome: 'registered', trackingCode: prescription.trackingCode } : registered(told.info)
    },

    async findRegistration({ visitRef, ...call }) {
      const written = await writtenUnder({ ...call, visitRef })
      if (written.outcome === 'refused') return written
      const [found] = written.info.found
      return found === undefined ? { outcome: 'not-registered' } : { outcome: 'registered', trackingCode: found.trackingCode }
    },

    async progress(call) {
      const found = await detailOf(call)
      return found.outcome === 'refused' ? found : { outcome: 'found', items: orderOf(found.info.prescription, asWritten).items }
    },

    async orderByVisit(call) {
      const found = await detailOf(call)
      return found.outcome === 'refused' ? found : { outcome: 'found', order: orderOf(found.info.prescription, asWritten) }
    },
  }

  async function deserve({ party, patient }: PayerCall): Promise<Answer<Deserve>> {
    if (!isKnown(patient)) return identityUnknown
    const who = await sessions.who(party)
    if (who.outcome === 'refused') return who
    if (who.info.kind === 'pharmacy') {
      const path = ['pharmacy', party.siteId ?? who.info.siamIds[0] ?? '', 'deserve-info']
      return sessions.ask(party, { path, body: { patient: patient.identity.value }, isRead: true }, DeserveReply)
    }
    const { docId, docNationalCode } = doctorIdentity(who.info)
    // An office without a SIAM id sends the council number in its place.
    const place = { secret: party.siteId ?? docId }
    const path = ['patients', 'deserve-info', { secret: docNationalCode }, place, { secret: docId }, { secret: patient.identity.value }]
    return sessions.ask(party, { path, isRead: true }, DeserveReply)
  }

  async function doctorOf(party: Party): Promise<Answer<DoctorIdentity>> {
    const who = await sessions.who(party)
    return who.outcome === 'refused' ? who : { outcome: 'answered', info: doctorIdentity(who.info) }
  }

  function ownerOf({ identity }: PayerPatient, { docId }: DoctorIdentity) {
    return { patient: identity.value, docId, clientId }
  }

  async function visitOf({ party, patient, visitRef }: Visited): Promise<Answer<{ doctor: DoctorIdentity; date: string }>> {
    const doctor = await doctorOf(party)
    if (doctor.outcome === 'refused') return doctor
    const date = dateOfVisit(visitRef, ownerOf(patient, doctor.info))
    return date === null ? otherVisit : { outcome: 'answered', info: { doctor: doctor.info, date } }
  }

  /** What this doctor wrote under this visit: its reference stands in the comment. */
  async function writtenUnder(call: Visited) {
    const visit = await visitOf(call)
    if (visit.outcome === 'refused') return visit
    const { doctor, date } = visit.info
    const { docId, docNationalCode } = doctor
    const body: z.infer<typeof WrittenRequest> = { patient: call.patient.identity.value, prescDate: date, docId, docNationalCode }
    const written = await sessions.ask(call.party, { path: ['ep', 'written'], body, isRead: true }, WrittenReply)
    if (written.outcome === 'refused') return written
    const found = written.info.filter((it) => refInComment(it.comments) === call.visitRef)
    return { outcome: 'answered' as const, info: { doctor, found } }
  }

  async function detailOf(call: Visited): Promise<Answer<{ doctor: DoctorIdentity; prescription: KeptPrescription }>> {
    const written = await writtenUnder(call)
    if (written.outcome === 'refused') return written
    const { doctor, found: [found] } = written.info
    if (found === undefined) return orderUnknown
    const prescription = await detailById(call.party, found.head_EPRSC_ID, doctor)
    return prescription.outcome === 'refused' ? prescription : { outcome: 'answered', info: { doctor, prescription: prescription.info } }
  }

  function detailById(party: Party, headId: string, doctor: DoctorIdentity): Promise<Answer<KeptPrescription>> {
    const path = ['ep', { secret: headId }, { secret: doctor.docNationalCode }, { secret: doctor.docId }, 'detail']
    return sessions.ask(party, { path, isRead: true }, DetailReply)
  }

  /**
   * «The same prescription was there before»: the old id stands in the text. If it was written under this visit, our first
   * telling did arrive. If not, she has written the same twice, and is told so.
   */
  async function reconcile(call: Visited, told: MutationResult): Promise<Registered | Refused> {
    const refusal = refusalOf(taminRefusal.duplicate, told.error_Msg)
    const [headId] = /\d+/.exec(told.error_Msg ?? '') ?? []
    const doctor = await doctorOf(call.party)
    if (headId === undefined || doctor.outcome === 'refused') return refusal
    const before = await detailById(call.party, headId, doctor.info)
    if (before.outcome === 'refused' || refInComment(before.info.comments) !== call.visitRef) return refusal
    return { outcome: 'registered', trackingCode: before.info.trackingCode }
  }
}

/** National code or FIDA: Tamin knows nobody by another number. */
const isKnown = ({ identity }: PayerPatient) => identity.kind === 'national-code' || identity.kind === 'fida'

const registered = ({ error_Code, error_Msg, trackingCode }: MutationResult): Registered | Refused =>
  error_Code === null && trackingCode !== null ? { outcome: 'registered', trackingCode } : refusalOf(error_Code ?? '', error_Msg)

function toLine(item: OrderItem, srvCode: string, { known, date }: { known: ReferenceLists; date: string }): NoteDetail {
  const { dose, drugAmntId, drugInstId } = toDirections(item, known)
  const isRepeated = item.periods > 1
  const from = item.activeFrom?.replaceAll('-', '') ?? null
  return {
    srvId: { srvCode, srvType: { srvType: drugServiceType } },
    srvQty: item.count,
    timesAday: { drugAmntId },
    drugInstruction: { drugInstId },
    dose,
    repeat: isRepeated ? item.periods : null,
    // A repeated line must name its first day.
    dateDo: from ?? (isRepeated ? date : null),
  }
}
