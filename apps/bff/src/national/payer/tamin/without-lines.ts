import { prescriptionType } from '@noskhe/national-wire/tamin/codes'
import { ReferralCountReply, ReferralInboxReply, ReferralReply } from '@noskhe/national-wire/tamin/referral'
import type { KeptReferral } from '@noskhe/national-wire/tamin/referral'
import type { Act, OrdersWithoutLines, Party, Referral } from '../port.ts'
import type { DoctorIdentity } from './doctor-identity.ts'
import type { Letter, Mailing } from './mailing.ts'
import type { ReferenceLists } from './reference-lists.ts'
import type { Answer, Sessions } from './sessions.ts'
import { commentOf, wordsOf } from './visit-ref.ts'
import type { Visits } from './visits.ts'

interface Needs {
  sessions: Sessions
  lists: ReferenceLists
  visits: Visits
  mailing: Mailing
}

/** Visit, referral, feedback, hospitalisation; and what a doctor reads of referrals, by routes of ours. */
export function withoutLines({ sessions, lists, visits, mailing }: Needs): OrdersWithoutLines {
  return {
    async registerAct({ visitRef, act, ...call }) {
      const head = await mailing.head({ ...call, visitRef })
      if (head.outcome === 'refused') return head
      const told = await mailing.create({ ...call, visitRef }, head.info, letterOf(act, visitRef))
      return told.outcome === 'refused' ? told : { outcome: 'registered', trackingCode: told.trackingCode }
    },

    async countReferrals({ party }) {
      const asked = await asDoctor(party, (doctor) => sessions.ask(party, { path: ['referral', 'open-count'], body: doctor, isRead: true }, ReferralCountReply))
      return asked.outcome === 'refused' ? asked : { outcome: 'found', count: asked.info.open }
    },

    async referralInbox({ party }) {
      const asked = await asDoctor(party, (doctor) => sessions.ask(party, { path: ['referral', 'inbox'], body: doctor, isRead: true }, ReferralInboxReply))
      return asked.outcome === 'refused' ? asked : { outcome: 'found', referrals: asked.info.map(referralOf) }
    },

    async referral({ party, patient, trackingCode }) {
      const asked = await asDoctor(party, (doctor) => {
        const body = { ...doctor, patient: patient.identity.value, trackingCode }
        return sessions.ask(party, { path: ['referral', 'find'], body, isRead: true }, ReferralReply)
      })
      return asked.outcome === 'refused' ? asked : { outcome: 'found', referral: referralOf(asked.info) }
    },

    async feedbackQuestions({ party }) {
      const known = await lists.feedbackQuestions(party)
      if (known.outcome === 'refused') return known
      const questions = known.info.map((it) => ({
        question: it.questionId, title: it.question, answers: it.answers.map(({ answerId, answer }) => ({ answer: answerId, title: answer })),
      }))
      return { outcome: 'found', questions }
    },

    async specialties({ party }) {
      const known = await lists.specialties(party)
      if (known.outcome === 'refused') return known
      return { outcome: 'found', choices: known.info.map((it) => ({ code: it.specId, title: it.specDesc })) }
    },
  }

  async function asDoctor<T>(party: Party, ask: (doctor: Pick<DoctorIdentity, 'docId' | 'docNationalCode'>) => Promise<Answer<T>>): Promise<Answer<T>> {
    const doctor = await visits.doctorOf(party)
    if (doctor.outcome === 'refused') return doctor
    const { docId, docNationalCode } = doctor.info
    return ask({ docId, docNationalCode })
  }
}

function letterOf(act: Act, visitRef: string): Letter {
  const label = commentOf(visitRef)
  switch (act.kind) {
    case 'visit':
      return { prescType: { prescTypeId: prescriptionType.visit }, comments: label }
    case 'referral': {
      const { specialty, to, reason, diagnosis, isUrgent } = act
      const note = { specId: specialty, toDocId: to, reason, icdId: diagnosis, isUrgent }
      return { prescType: { prescTypeId: prescriptionType.referral }, comments: label, noteDetailsReferralList: [note] }
    }
    case 'feedback':
      return {
        prescType: { prescTypeId: prescriptionType.referralFeedback },
        comments: `${act.text}\n${label}`,
        referralFeedbackId: act.referralRef,
        noteDetailsReferralList: act.answers.map((it) => ({ questionId: it.question, answerId: it.answer })),
      }
    case 'hospitalisation':
      // The head has no field for a diagnosis, so it stands in the words.
      return { prescType: { prescTypeId: prescriptionType.hospitalisation }, comments: `${act.diagnosis}: ${act.reason}\n${label}` }
  }
}

const referralOf = ({ referralId, trackingCode, writtenAt, patientName, from, note, feedback }: KeptReferral): Referral => ({
  referralRef: referralId,
  trackingCode,
  writtenAt,
  patientName,
  from: { name: from.fullName, councilNumber: from.docId, specialty: from.specialty },
  specialty: note.specId,
  to: note.toDocId,
  reason: note.reason,
  diagnosis: note.icdId,
  isUrgent: note.isUrgent,
  feedback: feedback && {
    at: feedback.writtenAt,
    by: feedback.by,
    text: wordsOf(feedback.comments),
    answers: feedback.answers.map((it) => ({ question: it.questionId, answer: it.answerId })),
  },
})
