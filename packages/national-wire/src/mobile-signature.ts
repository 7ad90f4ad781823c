import * as z from 'zod'
import { ditasReply } from './data-objects.ts'

/**
 * Ours: the Council publishes no interface of its mobile signature (8-13). What it gives back is a JWS (RFC 7515) in the
 * shape of a JAdES detached signature (ETSI TS 119 182-1, sigD by hash): the phone sees a digest, never the document.
 */
export const SignatureRequest = z.object({
  nationalCode: z.string(),
  /** base64url of 32 bytes (SHA-256). */
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Name of what is signed, as a URN; it is signed along. */
  document: z.string().regex(/^urn:[a-z0-9:-]{1,120}$/),
  /** What the phone shows. */
  summary: z.string().min(1).max(300),
})
export const SignatureRequestReply = ditasReply(z.object({ requestId: z.string(), expiresAt: z.iso.datetime() }))

/** Flattened JWS without its payload, which is empty: the digest stands in `sigD`. */
export const DetachedJws = z.object({ protected: z.string(), signature: z.string() })
export type DetachedJws = z.infer<typeof DetachedJws>

export const OutcomeRequest = z.object({ requestId: z.string() })
export const SignatureOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['pending', 'declined', 'expired']) }),
  z.object({ state: z.literal('signed'), jws: DetachedJws }),
])
export type SignatureOutcome = z.infer<typeof SignatureOutcome>

export const OutcomeReply = ditasReply(SignatureOutcome)
