import { z } from 'zod'
import { Id, SiamId } from '../identifiers.ts'

export const Role = z.enum(['prescriber', 'dispenser', 'admin'])

/** State of a licence as its registry tells it now. */
export const LicenceState = z.enum(['active', 'suspended', 'revoked', 'expired'])
export type LicenceState = z.infer<typeof LicenceState>

/** One place where the person works, with what SIAM says of it now; `unanswered` when SIAM is silent. */
export const Post = z.object({
  siamId: SiamId,
  centreName: z.string(),
  centreKind: z.enum(['clinic', 'office', 'pharmacy']),
  role: Role,
  licence: z.object({ state: z.union([LicenceState, z.literal('unanswered')]), reason: z.string().nullable() }),
})
export type Post = z.infer<typeof Post>

export const Person = z.object({
  id: Id,
  firstName: z.string(),
  lastName: z.string(),
  gender: z.enum(['male', 'female']),
  councilNumber: z.string().nullable(),
  specialty: z.string().nullable(),
})
export type Person = z.infer<typeof Person>

/** Another living session of the same person, told so that she can choose which one lives. */
export const OtherSession = z.object({
  id: z.string(),
  signedInAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  centreName: z.string().nullable(),
  device: z.string(),
})
export type OtherSession = z.infer<typeof OtherSession>

export const Session = z.object({
  person: Person,
  posts: z.array(Post),
  /** False when SIAM is silent: the list is the last one known, and may be empty because nothing is known. */
  arePostsAnswered: z.boolean(),
  /** The post she works in now; null until she picks one. */
  at: Post.nullable(),
  hasPasskey: z.boolean(),
  /** How she signed in; a session from a one-time code signs on the phone. */
  signedInBy: z.enum(['passkey', 'one-time-code']),
  /** The server's clock at this answer: what is left is counted from it, whatever the device's clock says. */
  now: z.iso.datetime(),
  idleEndsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  others: z.array(OtherSession),
}).meta({ id: 'Session' })
export type Session = z.infer<typeof Session>
