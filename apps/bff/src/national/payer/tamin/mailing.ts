import type { MutationResult, NoteDetail, SendEprescRequest } from '@noskhe/national-wire/tamin'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { beforeSending } from '../../gateway/before-sending.ts'
import { NationalUnavailable, isSilence } from '../../gateway/failures.ts'
import type { Party, PayerCall, Refused } from '../port.ts'
import type { DoctorIdentity } from './doctor-identity.ts'
import { noMobile, refusalOf } from './outcomes.ts'
import type { Answer, Sessions } from './sessions.ts'
import { SERVICE } from './transport.ts'
import type { Visited, Visits } from './visits.ts'
import { refInComment } from './visit-ref.ts'

export interface Kept {
  headId: string
  trackingCode: string
}

type Told = Kept & { outcome: 'kept' }
type Head = Pick<SendEprescRequest, 'patient' | 'mobile' | 'prescDate' | 'clientId' | keyof DoctorIdentity>
export type Letter = Pick<SendEprescRequest, 'prescType' | 'comments'> &
  Partial<Pick<SendEprescRequest, 'noteDetailEprscs' | 'noteDetailsReferralList' | 'referralFeedbackId' | 'Complaint'>>

export interface Mailing {
  /** Patient, doctor and day, as every create of a visit names them. Nothing is sent yet, whatever fails. */
  head(call: Visited): Promise<Answer<Head>>
  /** One create. «The same was there before» is an answer too, where it was written under this visit. */
  create(call: Visited, head: Head, letter: Letter): Promise<Told | Refused>
  /** The whole list anew. */
  edit(party: Party, headId: string, doctor: DoctorIdentity, lines: NoteDetail[]): Promise<{ outcome: 'done' } | Refused>
  remove(party: Party, headId: string, doctor: DoctorIdentity): Promise<{ outcome: 'done' } | Refused>
  /** Takes back what was just created. @throws NationalUnavailable with `sent: maybe` where it stays: it must be asked about. */
  undo(party: Party, kept: readonly Kept[], doctor: DoctorIdentity): Promise<void>
}

export function openMailing(sessions: Sessions, visits: Visits, clientId: string): Mailing {
  const place = (headId: string, { docNationalCode, docId }: DoctorIdentity) => [{ secret: headId }, { secret: docNationalCode }, { secret: docId }]
  const isDone = ({ error_Code, error_Msg }: MutationResult) => (error_Code === null ? ({ outcome: 'done' } as const) : refusalOf(error_Code, error_Msg))

  /** What she told us at her admission; otherwise what Tamin has of her. */
  async function mobileOf(call: PayerCall): Promise<Answer<string>> {
    if (call.patient.mobile !== undefined) return { outcome: 'answered', info: call.patient.mobile }
    const known = await visits.deserve(call)
    if (known.outcome === 'refused') return known
    return known.info.mobile === null ? noMobile : { outcome: 'answered', info: known.info.mobile }
  }

  /**
   * «The same prescription was there before»: the old id stands in the text. If it was written under this visit, our first
   * telling did arrive. If not, she has written the same twice, and is told so.
   */
  async function reconcile({ party, visitRef }: Visited, head: Head, told: MutationResult): Promise<Told | Refused> {
    const refusal = refusalOf(taminRefusal.duplicate, told.error_Msg)
    const [headId] = /\d+/.exec(told.error_Msg ?? '') ?? []
    if (headId === undefined) return refusal
    const before = await visits.detail(party, headId, head)
    if (before.outcome === 'refused' || refInComment(before.info.comments) !== visitRef) return refusal
    return { outcome: 'kept', headId, trackingCode: before.info.trackingCode }
  }

  async function remove(party: Party, headId: string, doctor: DoctorIdentity) {
    const told = await sessions.tell(party, { path: ['ep', ...place(headId, doctor)], body: {} })
    return told.outcome === 'refused' ? told : isDone(told.info)
  }

  return {
    async head(call) {
      const visit = await beforeSending(() => visits.owner(call))
      if (visit.outcome === 'refused') return visit
      const mobile = await beforeSending(() => mobileOf(call))
      if (mobile.outcome === 'refused') return mobile
      const { doctor, date } = visit.info
      return { outcome: 'answered', info: { ...doctor, patient: call.patient.identity.value, mobile: mobile.info, prescDate: date, clientId } }
    },

    async create(call, head, letter) {
      const body: SendEprescRequest = { noteDetailEprscs: [], ...head, ...letter }
      const told = await sessions.tell(call.party, { path: ['SendEpresc'], body })
      if (told.outcome === 'refused') return told
      const { error_Code, error_Msg, head_EPRSC_ID: headId, trackingCode } = told.info
      if (error_Code === taminRefusal.duplicate) return reconcile(call, head, told.info)
      if (error_Code !== null || headId === null || trackingCode === null) return refusalOf(error_Code ?? '', error_Msg)
      return { outcome: 'kept', headId, trackingCode }
    },

    async edit(party, headId, doctor, lines) {
      const told = await sessions.tell(party, { path: ['ep', 'update', ...place(headId, doctor)], body: lines })
      return told.outcome === 'refused' ? told : isDone(told.info)
    },

    remove,

    async undo(party, kept, doctor) {
      for (const { headId } of kept) {
        const removed = await removing(() => remove(party, headId, doctor))
        if (removed !== 'done') throw new NationalUnavailable(SERVICE, { cause: removed, sent: 'maybe' })
      }
    },
  }
}

/** A silence is not the end of it: the caller must know that something may have stayed. */
async function removing(remove: () => Promise<{ outcome: 'done' } | Refused>): Promise<'done' | Error> {
  try {
    const answer = await remove()
    return answer.outcome === 'done' || answer.reason === 'not-found' ? 'done' : new Error(`Not taken back: ${answer.code}`)
  } catch (error) {
    if (isSilence(error)) return error
    throw error
  }
}
