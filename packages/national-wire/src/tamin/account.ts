import * as z from 'zod'

/** Tamin's account server: OAuth 2, authorization code with PKCE (RFC 7636), as form fields. Bodies of refusals are ours. */
export const AuthorizeRequest = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1),
  redirect_uri: z.url(),
  state: z.string().min(8),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
  /** Ours, with `password`: a person would type them on the account server's own page. */
  username: z.string().min(1),
  password: z.string().min(1),
})

/** Ours: the page would redirect with these in the query. */
export const AuthorizeReply = z.object({ code: z.string(), state: z.string() })

export const TokenRequest = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    code: z.string().min(1),
    client_id: z.string().min(1),
    redirect_uri: z.url(),
    code_verifier: z.string().regex(/^[A-Za-z0-9._~-]{43,128}$/),
  }),
  z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string().min(1), client_id: z.string().min(1) }),
])

export const TokenReply = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('Bearer'),
  /** Seconds. */
  expires_in: z.int().positive(),
})
export type TokenReply = z.infer<typeof TokenReply>

export const AccountRefusal = z.object({
  /** `account_closed` is ours: the account is known and may not sign in. */
  error: z.enum(['invalid_request', 'invalid_client', 'invalid_grant', 'access_denied', 'account_closed', 'invalid_token']),
  error_description: z.string(),
})
export type AccountRefusal = z.infer<typeof AccountRefusal>

/** Ours, after OpenID Connect: whose account it is. A real account's owner would tell us these herself. */
export const UserInfoReply = z.object({
  kind: z.enum(['doctor', 'midwife', 'foreign-doctor', 'pharmacy', 'paraclinic']),
  fullName: z.string(),
  /** Her national code; a foreigner's FIDA. */
  nationalCode: z.string(),
  /** As on the licence: digits, before them «م» of a midwife. */
  councilNumber: z.string(),
  mobile: z.string(),
  siamIds: z.array(z.string()),
})
export type UserInfo = z.infer<typeof UserInfoReply>
