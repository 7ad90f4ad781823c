import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { Findings, OverrideNote } from './finding.ts'
import { KeptPatientFacts, PatientFacts } from './patient-facts.ts'

const ofDraft = ['prescription.not-found', 'prescription.changed-elsewhere', 'prescription.wrong-status'] as const

export const gatherFindings = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/findings',
  summary:
    'What the clinical rules say of the draft as it is (8-7, while composing). They are asked only where the draft, the patient’s facts or a silence gives reason to; a silent service is an answer too, and is asked again the next time.',
  allow: ['prescriber'],
  input: z.object({ id: Id, revision: z.int() }),
  output: Findings,
  fails: [...ofDraft, 'terminology.not-loaded'],
})

export const overrideFinding = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/findings/overrides',
  summary: 'Go on in spite of a finding of the clinical rules, or of a warning of the insurer’s, for a coded reason of those it offers; null takes the reason back. Remembered for this patient and rule.',
  allow: ['prescriber'],
  input: z.object({ id: Id, finding: z.string().max(2000), reason: z.string().max(200).nullable(), note: OverrideNote }),
  output: Findings,
  fails: [...ofDraft, 'rules.finding-gone', 'rules.not-overridable', 'terminology.not-loaded'],
})

export const acceptSuggestion = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/findings/accepted',
  summary: 'Tell the rule service that its suggestion was taken; the change itself is the composer’s, saved with the draft',
  allow: ['prescriber'],
  input: z.object({ id: Id, finding: z.string().max(100), suggestion: z.string().max(200) }),
  output: z.object({ isTold: z.boolean() }),
  fails: [...ofDraft, 'rules.finding-gone'],
})

export const findPatientFacts = endpoint({
  method: 'GET',
  path: '/prescriptions/:id/patient-facts',
  summary: 'Allergies, pregnancy and weight of the patient of a prescription, as they are kept at this centre',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: KeptPatientFacts,
  fails: ['prescription.not-found'],
})

export const keepPatientFacts = endpoint({
  method: 'PUT',
  path: '/prescriptions/:id/patient-facts',
  summary: 'Keep allergies, pregnancy and weight of the patient at this centre. Refused when they were changed since `revision`.',
  allow: ['prescriber'],
  input: z.object({ id: Id, revision: z.int().nonnegative(), facts: PatientFacts }),
  output: KeptPatientFacts,
  fails: ['prescription.not-found', 'patient.facts-changed'],
})
