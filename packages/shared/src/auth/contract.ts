import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { CouncilNumber, Id, Mobile, NationalCode, SiamId } from '../identifiers.ts'
import { JsonObject } from '../json.ts'
import { toLatinDigits } from '../text.ts'
import { Role, Session } from './session.ts'

const registryFails = [
  'council.unknown',
  'council.mismatch',
  'council.licence-revoked',
  'council.licence-suspended',
  'council.licence-expired',
  'staff.unknown',
] as const
const nationalFails = ['national.unavailable', 'national.unreadable'] as const

export const OneTimeCode = z
  .string()
  .overwrite((typed) => toLatinDigits(typed).replace(/\s/g, ''))
  .regex(/^\d{6}$/, { error: 'one-time-code' })

export const identify = endpoint({
  method: 'POST',
  path: '/auth/identification',
  summary:
    'Say who you are: council number (practitioners) or mobile number (staff) with national code. The registry is asked, and a one-time code goes to the mobile number that the registry knows (A44).',
  allow: 'anyone',
  input: z
    .object({ nationalCode: NationalCode, councilNumber: CouncilNumber.optional(), mobile: Mobile.optional() })
    .refine((it) => (it.councilNumber === undefined) !== (it.mobile === undefined), { error: 'one-of-council-number-mobile' }),
  output: z.object({ attemptId: Id, sentTo: z.string(), now: z.iso.datetime(), expiresAt: z.iso.datetime() }),
  fails: [...registryFails, ...nationalFails],
  perMinute: 30,
})

export const confirmCode = endpoint({
  method: 'POST',
  path: '/auth/codes',
  summary: 'Confirm the one-time code; opens a session',
  allow: 'anyone',
  input: z.object({ attemptId: Id, code: OneTimeCode }),
  output: Session,
  fails: ['code.wrong', 'code.expired', 'code.too-many-attempts', ...registryFails, ...nationalFails],
  perMinute: 30,
})

export const passkeyEnrolmentOptions = endpoint({
  method: 'POST',
  path: '/auth/passkeys/options',
  summary: 'Options for making a passkey on this device; only in a session opened by a one-time code or a passkey',
  allow: 'signed-in',
  input: z.object({}),
  output: z.object({ options: JsonObject }),
  fails: [],
})

export const enrolPasskey = endpoint({
  method: 'POST',
  path: '/auth/passkeys',
  summary: 'Keep the passkey that was made; it belongs to this person and her council number',
  allow: 'signed-in',
  input: z.object({ response: JsonObject }),
  output: Session,
  fails: ['passkey.rejected', 'passkey.challenge-expired'],
})

export const passkeySignInOptions = endpoint({
  method: 'POST',
  path: '/auth/passkey-sign-in/options',
  summary: 'Options for signing in with a passkey alone (discoverable credential)',
  allow: 'anyone',
  input: z.object({}),
  output: z.object({ options: JsonObject }),
  fails: [],
  perMinute: 30,
})

export const signInWithPasskey = endpoint({
  method: 'POST',
  path: '/auth/passkey-sign-in',
  summary: 'Sign in with a passkey; the registry is asked again (A44, B21)',
  allow: 'anyone',
  input: z.object({ response: JsonObject }),
  output: Session,
  fails: ['passkey.unknown', 'passkey.rejected', 'passkey.challenge-expired', ...registryFails, ...nationalFails],
  perMinute: 60,
})

export const findSession = endpoint({
  method: 'GET',
  path: '/auth/session',
  summary: 'The session: who, where, until when, and which other sessions of hers live. Asking does not prolong it.',
  allow: 'signed-in',
  input: z.object({}),
  output: Session,
  fails: [],
})

export const prolongSession = endpoint({
  method: 'POST',
  path: '/auth/session/prolongation',
  summary: 'Stay signed in: moves the idle limit, never the absolute one',
  allow: 'signed-in',
  input: z.object({}),
  output: Session,
  fails: [],
})

export const chooseCentre = endpoint({
  method: 'POST',
  path: '/auth/session/centre',
  summary: 'Pick the centre to work at; SIAM is asked and an inactive centre is refused with its reason (A01, A41)',
  allow: 'signed-in',
  input: z.object({ siamId: SiamId, role: Role }),
  output: Session,
  fails: ['centre.unknown', 'centre.inactive', 'centre.not-yours', ...nationalFails],
})

export const endOtherSession = endpoint({
  method: 'POST',
  path: '/auth/session/others/:id/end',
  summary: 'End another session of mine',
  allow: 'signed-in',
  input: z.object({ id: z.string().min(1) }),
  output: Session,
  fails: ['not-found'],
})

export const signOut = endpoint({
  method: 'POST',
  path: '/auth/session/end',
  summary: 'Sign out: the session is gone from the server',
  allow: 'signed-in',
  input: z.object({}),
  output: z.object({ signedOut: z.literal(true) }),
  fails: [],
})
