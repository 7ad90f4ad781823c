import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { InsurerCode } from '../patients/eligibility.ts'
import { ActDraft, OwnActKind, ReceivedReferral } from '../prescriptions/act.ts'
import { Prescription } from '../prescriptions/prescription.ts'
import { toLatinDigits } from '../text.ts'
import { Inbox, ReferralAnswers } from './referral.ts'

const payer = ['payer.refused', 'payer.account-missing', 'payer.not-connected', 'national.unavailable', 'national.unreadable'] as const
const visit = ['encounter.not-found', 'encounter.not-covered', 'encounter.ended', 'encounter.hid-ended', 'patient.name-required'] as const

/** As the patient says it or it stands on her slip: digits of any script. */
const TrackingCode = z
  .string()
  .overwrite((typed) => toLatinDigits(typed).replace(/[\s\u200c-]/g, ''))
  .regex(/^[0-9A-Za-z]{3,24}$/, { error: 'tracking-code' })

export const findActOffers = endpoint({
  method: 'GET',
  path: '/encounters/:id/act-offers',
  summary: 'What the insurer of a visit takes beside medicines and services: referral, visit, order to hospital, answers to referrals',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: z.object({ insurer: InsurerCode, acts: z.array(OwnActKind), answersReferrals: z.boolean() }),
  fails: [...visit, 'payer.account-missing', 'payer.not-connected'],
})

export const openAct = endpoint({
  method: 'POST',
  path: '/acts',
  summary:
    'Begin a referral, a visit or an order to hospital for a covered visit (9-1-7). It is a prescription whose content is that one act: signed, registered and taken back like any.',
  allow: ['prescriber'],
  input: z.object({ encounterId: Id, kind: OwnActKind }),
  output: Prescription,
  fails: [...visit, 'act.not-offered', 'terminology.not-loaded', ...payer],
  once: true,
})

export const saveAct = endpoint({
  method: 'PUT',
  path: '/prescriptions/:id/act',
  summary: 'Save the act of a draft as it is; asks nobody outside. Refused when another tab saved since `revision`.',
  allow: ['prescriber'],
  input: z.object({
    id: Id,
    revision: z.int(),
    act: ActDraft,
    /** ICD-10 code, or null. */
    diagnosisCode: z.string().max(10).nullable(),
  }),
  output: Prescription,
  fails: [
    'prescription.not-found',
    'prescription.changed-elsewhere',
    'prescription.wrong-status',
    'terminology.code-unknown',
    'terminology.code-retired',
    'terminology.not-loaded',
  ],
})

export const findInbox = endpoint({
  method: 'GET',
  path: '/referrals',
  summary: 'Referrals that wait for the prescriber, by name or specialty, as each insurer tells them now. A silent insurer is named, never read as having none.',
  allow: ['prescriber'],
  input: z.object({}),
  output: Inbox,
  fails: [],
  perMinute: 30,
})

export const countReferrals = endpoint({
  method: 'GET',
  path: '/referrals/count',
  summary: 'How many referrals wait for the prescriber; null where an insurer that would know is silent',
  allow: ['prescriber'],
  input: z.object({}),
  output: z.object({ count: z.int().nonnegative().nullable() }),
  fails: [],
  perMinute: 30,
})

export const readReferral = endpoint({
  method: 'POST',
  path: '/encounters/:id/referral',
  summary: 'What the referring doctor wrote, by its tracking code and the patient of this visit',
  allow: ['prescriber'],
  input: z.object({ id: Id, trackingCode: TrackingCode }),
  output: ReceivedReferral,
  fails: [...visit, 'referral.not-found', 'act.not-offered', ...payer],
  perMinute: 30,
})

export const openReferral = endpoint({
  method: 'POST',
  path: '/encounters/:id/referral/openings',
  summary:
    'Receive the patient on a referral: opens the payer’s visit on it where its contract has one, so that what is written is written under it, and begins the answer',
  allow: ['prescriber'],
  input: z.object({ id: Id, trackingCode: TrackingCode }),
  output: Prescription,
  fails: [...visit, 'referral.not-found', 'referral.answered', 'act.not-offered', 'terminology.not-loaded', ...payer],
  once: true,
})

export const findAnswers = endpoint({
  method: 'GET',
  path: '/prescriptions/:id/answers',
  summary: 'Whether one’s own registered referral was answered, and the feedback, as the payer tells it now',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: ReferralAnswers,
  fails: ['prescription.not-found', 'prescription.wrong-status'],
})
