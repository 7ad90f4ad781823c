import * as z from 'zod'
import { ditasReply } from './data-objects.ts'

/** Ours: the Council publishes no interface of its mobile signature (8-13). Keys and signatures are RFC 7517/7518 ES256. */
const PublicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })

export const KeyRequest = z.object({ nationalCode: z.string() })
export const KeyReply = ditasReply(z.object({ keyId: z.string(), publicKey: PublicJwk }))

export const SignatureRequest = z.object({
  nationalCode: z.string(),
  /** base64url of 32 bytes (SHA-256). */
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** What the phone shows. */
  summary: z.string().min(1).max(300),
})
export const SignatureRequestReply = ditasReply(z.object({ requestId: z.string(), expiresAt: z.iso.datetime() }))

export const OutcomeRequest = z.object({ requestId: z.string() })
export const SignatureOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['pending', 'declined', 'expired']) }),
  z.object({
    state: z.literal('signed'),
    signature: z.string(),
    keyId: z.string(),
    publicKey: PublicJwk,
    signedAt: z.iso.datetime(),
  }),
])
export type SignatureOutcome = z.infer<typeof SignatureOutcome>

export const OutcomeReply = ditasReply(SignatureOutcome)
