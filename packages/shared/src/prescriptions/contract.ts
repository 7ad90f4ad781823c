import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { Cancellation } from './amending.ts'
import { Dispensing, DraftContent, Prescription, PrescriptionSummary } from './prescription.ts'
import { Status } from './lifecycle.ts'

const unknownOrChanged = ['prescription.not-found', 'prescription.changed-elsewhere', 'prescription.wrong-status'] as const

export const openDraft = endpoint({
  method: 'POST',
  path: '/prescriptions',
  summary:
    'Begin a prescription for a visit: with the insurer where the visit is covered, private (آزاد) always. A private one for an unknown person carries the name that the doctor declares.',
  allow: ['prescriber'],
  input: z.object({
    encounterId: Id,
    pays: z.enum(['insurer', 'private']),
    declaredName: z.object({ firstName: z.string().trim().min(1).max(60), lastName: z.string().trim().min(1).max(60) }).nullable(),
  }),
  output: Prescription,
  fails: ['encounter.not-found', 'encounter.not-covered', 'encounter.hid-ended', 'encounter.ended', 'patient.name-required', 'payer.account-missing', 'payer.not-connected', 'terminology.not-loaded'],
  once: true,
})

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/prescriptions/:id/draft',
  summary: 'Save the draft as it is; asks nobody outside. Refused when another tab saved since `revision`.',
  allow: ['prescriber'],
  input: z.object({ id: Id, revision: z.int(), content: DraftContent }),
  output: Prescription,
  fails: [...unknownOrChanged, 'terminology.code-unknown', 'terminology.code-retired', 'terminology.not-loaded'],
})

export const checkDraft = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/checks',
  summary: 'Ask the insurer about each item that changed since it was last asked (8-6, before prescribing)',
  allow: ['prescriber'],
  input: z.object({ id: Id, revision: z.int() }),
  output: Prescription,
  fails: [...unknownOrChanged, 'payer.account-missing', 'payer.not-connected'],
})

export const discardDraft = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/discard',
  summary: 'Throw the draft away; of a registered prescription only its unfinished change, so that it stands as it was',
  allow: ['prescriber'],
  input: z.object({ id: Id, revision: z.int() }),
  output: Prescription,
  fails: unknownOrChanged,
})

const notReopened = [
  ...unknownOrChanged,
  'prescription.dispensed',
  'prescription.edit-window-closed',
  'payer.refused',
  'payer.account-missing',
  'payer.not-connected',
  'national.unavailable',
  'national.unreadable',
] as const

export const editPrescription = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/edit',
  summary:
    'Reopen a registered prescription to write its next version (9-1-6), if the payer says that nothing was given yet. It stays valid and may be dispensed until that version is registered.',
  allow: ['prescriber'],
  input: z.object({ id: Id, version: z.int() }),
  output: Prescription,
  fails: [...notReopened, 'prescription.edits-used-up', 'act.not-editable'],
  once: true,
})

export const cancelPrescription = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/cancellation',
  summary:
    'Reopen a registered prescription to take it back whole, with the reason; it is signed and told to the payer like any version, and valid until then',
  allow: ['prescriber'],
  input: z.object({ id: Id, version: z.int(), cancellation: Cancellation }),
  output: Prescription,
  fails: [...notReopened, 'prescription.not-cancellable'],
  once: true,
})

export const findPrescription = endpoint({
  method: 'GET',
  path: '/prescriptions/:id',
  summary: 'One of the prescriber’s own prescriptions at this centre',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: Prescription,
  fails: ['prescription.not-found'],
})

export const listPrescriptions = endpoint({
  method: 'GET',
  path: '/prescriptions',
  summary: 'The prescriber’s own prescriptions at this centre, newest first',
  allow: ['prescriber'],
  input: z.object({ status: Status.optional(), before: z.iso.datetime().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  output: z.object({ prescriptions: z.array(PrescriptionSummary), next: z.iso.datetime().nullable() }),
  fails: [],
})

export const registerPrescription = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/registration',
  summary:
    'Register a signed prescription with its payer (A54). Answers `registration-unknown` when the payer was told and stayed silent: it is then asked until it answers, never told twice.',
  allow: ['prescriber'],
  input: z.object({ id: Id, version: z.int() }),
  output: Prescription,
  fails: [
    ...unknownOrChanged,
    'payer.refused',
    'payer.account-missing',
    'payer.not-connected',
    'national.unavailable',
    'national.unreadable',
  ],
  once: true,
})

export const findDispensing = endpoint({
  method: 'GET',
  path: '/prescriptions/:id/dispensing',
  summary: 'What the payer says was given so far, by whatever software (never read from our own tables)',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: Dispensing,
  fails: ['prescription.not-found'],
})
