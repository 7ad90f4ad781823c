import { DeserveReply, DetailReply, WrittenReply, taminDate } from '@noskhe/national-wire/tamin'
import type { Deserve, KeptPrescription, WrittenRequest, WrittenRow } from '@noskhe/national-wire/tamin'
import type * as z from 'zod'
import type { Party, PayerCall, PayerPatient } from '../port.ts'
import { counterOf, isProvider } from './dispensing.ts'
import { doctorIdentity } from './doctor-identity.ts'
import type { DoctorIdentity } from './doctor-identity.ts'
import { identityUnknown, orderUnknown, otherVisit } from './outcomes.ts'
import type { Answer, Sessions } from './sessions.ts'
import { dateOfVisit, newVisitRef, refInComment } from './visit-ref.ts'

export type Visited = PayerCall & { visitRef: string }

/** What is known of a visit: its doctor, its day, and all that she wrote under it, deleted or not. */
export interface VisitRecord {
  doctor: DoctorIdentity
  /** Eight digits. */
  date: string
  rows: WrittenRow[]
}

export interface Visits {
  deserve(call: PayerCall): Promise<Answer<Deserve>>
  doctorOf(party: Party): Promise<Answer<DoctorIdentity>>
  /** A reference of a new visit. */
  begin(patient: PayerPatient, doctor: DoctorIdentity): string
  /** Whose visit it is; refused where patient or doctor are others. */
  owner(call: Visited): Promise<Answer<Omit<VisitRecord, 'rows'>>>
  record(call: Visited): Promise<Answer<VisitRecord>>
  /** All that is there of it, part by part; refused where there is nothing. */
  details(call: Visited): Promise<Answer<{ doctor: DoctorIdentity; date: string; parts: KeptPrescription[] }>>
  detail(party: Party, headId: string, doctor: DoctorIdentity): Promise<Answer<KeptPrescription>>
  today(): string
}

/** Tamin opens no visit: ours is a reference in the comment, by which what was written is found again. */
export function openVisits(sessions: Sessions, { clientId, now }: { clientId: string; now: () => Date }): Visits {
  const today = () => taminDate(now())
  const ownerOf = ({ identity }: PayerPatient, { docId }: DoctorIdentity) => ({ patient: identity.value, docId, clientId })

  async function deserve({ party, patient }: PayerCall): Promise<Answer<Deserve>> {
    if (!isKnown(patient)) return identityUnknown
    const who = await sessions.who(party)
    if (who.outcome === 'refused') return who
    if (isProvider(who.info.kind)) {
      const path = [counterOf(who.info.kind), party.siteId ?? who.info.siamIds[0] ?? '', 'deserve-info']
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

  async function owner({ party, patient, visitRef }: Visited): Promise<Answer<{ doctor: DoctorIdentity; date: string }>> {
    const doctor = await doctorOf(party)
    if (doctor.outcome === 'refused') return doctor
    const date = dateOfVisit(visitRef, ownerOf(patient, doctor.info))
    return date === null ? otherVisit : { outcome: 'answered', info: { doctor: doctor.info, date } }
  }

  async function record(call: Visited): Promise<Answer<VisitRecord>> {
    const whose = await owner(call)
    if (whose.outcome === 'refused') return whose
    const { doctor: { docId, docNationalCode }, date } = whose.info
    const body: z.infer<typeof WrittenRequest> = { patient: call.patient.identity.value, prescDate: date, docId, docNationalCode }
    const written = await sessions.ask(call.party, { path: ['ep', 'written'], body, isRead: true }, WrittenReply)
    if (written.outcome === 'refused') return written
    return { outcome: 'answered', info: { ...whose.info, rows: written.info.filter((it) => refInComment(it.comments) === call.visitRef) } }
  }

  function detail(party: Party, headId: string, doctor: DoctorIdentity): Promise<Answer<KeptPrescription>> {
    const path = ['ep', { secret: headId }, { secret: doctor.docNationalCode }, { secret: doctor.docId }, 'detail']
    return sessions.ask(party, { path, isRead: true }, DetailReply)
  }

  async function details(call: Visited) {
    const found = await record(call)
    if (found.outcome === 'refused') return found
    const { doctor, date, rows } = found.info
    const live = rows.filter((it) => it.deletedAt === null)
    if (live.length === 0) return orderUnknown
    const parts: KeptPrescription[] = []
    for (const { head_EPRSC_ID } of live) {
      const part = await detail(call.party, head_EPRSC_ID, doctor)
      if (part.outcome === 'refused') return part
      parts.push(part.info)
    }
    return { outcome: 'answered' as const, info: { doctor, date, parts } }
  }

  return { deserve, doctorOf, begin: (patient, doctor) => newVisitRef(ownerOf(patient, doctor), today()), owner, record, details, detail, today }
}

/** National code or FIDA: Tamin knows nobody by another number. */
const isKnown = ({ identity }: PayerPatient) => identity.kind === 'national-code' || identity.kind === 'fida'
