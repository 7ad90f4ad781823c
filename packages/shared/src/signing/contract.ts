import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { JsonObject } from '../json.ts'
import { Prescription } from '../prescriptions/prescription.ts'
import { RevocationReason, SignatureLayer, SignerCertificate } from './certificate.ts'
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
    'act.incomplete',
    'act.without-items',
    'prescription.not-checked',
    'prescription.not-registrable',
    'rules.refused',
    'terminology.not-loaded',
    'signature.no-passkey',
    'signature.certificate-none',
    'signature.certificate-expired',
    'signature.certificate-revoked',
    'signature.certificate-unknown',
    'signature.certificate-untrusted',
    'council.licence-revoked',
    'council.licence-suspended',
    'council.licence-expired',
    'council.specialty-changed',
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
  summary:
    'What the phone answered so far. The prescription becomes signed when it approved and the certificate is confirmed; until the authority says so it is `unconfirmed`, and is asked again.',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: z.object({ state: z.enum(['pending', 'declined', 'expired', 'unconfirmed', 'signed']), prescription: Prescription.nullable() }),
  fails: [
    'signature.request-not-found',
    'signature.rejected',
    'signature.certificate-expired',
    'signature.certificate-revoked',
    'signature.certificate-untrusted',
    'prescription.changed-elsewhere',
    'prescription.wrong-status',
    'national.unavailable',
    'national.unreadable',
  ],
})

export const listSignatures = endpoint({
  method: 'GET',
  path: '/prescriptions/:id/signatures',
  summary: 'What the newest signed version carries: the passkey that shows intent, the certificate signature, and once registered the centre’s seal (9-1-1), which may still wait for the authority. Empty for a draft.',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: z.object({ layers: z.array(SignatureLayer) }),
  fails: ['prescription.not-found'],
})

const everybody = ['prescriber', 'dispenser', 'admin'] as const
const applying = [
  'council.licence-revoked',
  'council.licence-suspended',
  'council.licence-expired',
  'council.specialty-changed',
  'council.unknown',
  'council.mismatch',
  'certificate.not-vouched',
  'national.unavailable',
  'national.unreadable',
] as const

export const findCertificate = endpoint({
  method: 'GET',
  path: '/signer-certificate',
  summary: 'One’s own signing certificate and how it stands now: chain, validity, revocation (B06, B15). Silence of the authority is `unknown`.',
  allow: everybody,
  input: z.object({}),
  output: SignerCertificate,
  fails: [],
})

export const enrolCertificate = endpoint({
  method: 'POST',
  path: '/signer-certificate',
  summary: 'Ask for a certificate: the council vouches for its members, whose licence is asked again, the legal authority for everybody else (A12)',
  allow: everybody,
  input: z.object({}),
  output: SignerCertificate,
  once: true,
  fails: [...applying, 'certificate.exists'],
})

export const renewCertificate = endpoint({
  method: 'POST',
  path: '/signer-certificate/renewal',
  summary: 'A new certificate for a new key; the old one is superseded',
  allow: everybody,
  input: z.object({}),
  output: SignerCertificate,
  once: true,
  fails: [...applying, 'certificate.not-found'],
})

export const revokeCertificate = endpoint({
  method: 'POST',
  path: '/signer-certificate/revocation',
  summary: 'End one’s certificate for ever, with a reason; what was signed with it before stays proven',
  allow: everybody,
  input: z.object({ serial: z.string().regex(/^[0-9a-f]{2,40}$/), reason: RevocationReason }),
  output: SignerCertificate,
  once: true,
  fails: ['certificate.not-found', 'national.unavailable', 'national.unreadable'],
})
