import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { JsonObject } from '../json.ts'
import { Prescription } from '../prescriptions/prescription.ts'
import { SignatureRequest, SigningMeans } from './signature.ts'

export const requestSignature = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/signature-requests',
  summary:
    'Fix the draft as canonical bytes and ask for a signature over them. Rechecks that the licence and the centre are in force (A44, B21) and that every item was put to the insurer as it now is, and that the insurer takes each into the prescription: what is signed is registered whole. Asks the clinical rules once more (8-7): a refusal without a reason stops it, a silence is signed as such.',
  allow: ['prescriber'],
  input: z.object({ id: Id, revision: z.int(), means: SigningMeans }),
  output: SignatureRequest,
  fails: [
    'prescription.not-found',
    'prescription.changed-elsewhere',
    'prescription.wrong-status',
    'prescription.empty',
    'prescription.incomplete',
    'prescription.not-checked',
    'prescription.not-registrable',
    'rules.refused',
    'terminology.not-loaded',
    'signature.no-passkey',
    'signature.no-phone',
    'council.licence-revoked',
    'council.licence-suspended',
    'council.licence-expired',
    'council.unknown',
    'council.mismatch',
    'centre.inactive',
    'national.unavailable',
    'national.unreadable',
  ],
})

export const signWithPasskey = endpoint({
  method: 'POST',
  path: '/signature-requests/:id/passkey',
  summary: 'Answer the challenge with the passkey; user verification is required; the prescription becomes signed',
  allow: ['prescriber'],
  input: z.object({ id: Id, response: JsonObject }),
  output: Prescription,
  fails: [
    'signature.request-not-found',
    'signature.request-expired',
    'signature.rejected',
    'prescription.changed-elsewhere',
    'prescription.wrong-status',
  ],
})

export const findSignatureOutcome = endpoint({
  method: 'GET',
  path: '/signature-requests/:id/outcome',
  summary: 'What the phone answered so far; the prescription becomes signed when it approved',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: z.object({ state: z.enum(['pending', 'declined', 'expired', 'signed']), prescription: Prescription.nullable() }),
  fails: [
    'signature.request-not-found',
    'signature.rejected',
    'prescription.changed-elsewhere',
    'prescription.wrong-status',
    'national.unavailable',
    'national.unreadable',
  ],
})
