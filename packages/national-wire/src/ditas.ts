import * as z from 'zod'

/** OAuth 2 password grant at the gateway; the client authenticates with Basic (RFC 6749 §4.3). */
export const TokenReply = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  /** Seconds. */
  expires_in: z.number().positive(),
})
export type TokenReply = z.infer<typeof TokenReply>

export const TokenRefusal = z.object({ error: z.string(), error_description: z.string() })
export type TokenRefusal = z.infer<typeof TokenRefusal>

/** `pid` is the gateway's own (id of the service package); the rest are ours and travel with every call (A07). */
export const ditasHeader = {
  package: 'pid',
  softwareId: 'x-software-id',
  softwareVersion: 'x-software-version',
  correlationId: 'x-correlation-id',
} as const
