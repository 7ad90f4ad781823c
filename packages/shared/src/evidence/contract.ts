import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'

export const exportEvidence = endpoint({
  method: 'POST',
  path: '/prescriptions/:id/evidence',
  summary:
    'Everything that proves a signed version of one’s own prescription (A74, clause 15), in one file that is verified without us: bytes, signatures, certificates with the authority’s words on them, the versions before it, the audit’s events about it, sealed by the centre. Without the authority’s answer it is not sealed, and says so.',
  allow: ['prescriber'],
  input: z.object({ id: Id, version: z.int().positive() }),
  output: z.object({
    /** What the file is to be called. */
    name: z.string(),
    /** The file: canonical JSON, to be kept byte for byte. */
    text: z.string(),
    isSealed: z.boolean(),
  }),
  fails: ['prescription.not-found', 'evidence.version-unknown'],
  perMinute: 20,
})
