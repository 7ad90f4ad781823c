import { z } from 'zod'
import { paths } from '../../paths.ts'

const Ended = z.enum(['session.expired', 'session.ended-elsewhere', 'signed-out'])
export type Ended = z.infer<typeof Ended>

/** Why she stands before the sign-in page and where she was headed; kept in the history entry, so also over a reload. */
const Visit = z.object({
  // An address of ours, never one of another site («//evil.example»).
  from: z.string().regex(/^\/(?!\/)/).catch(paths.home),
  ended: Ended.nullable().catch(null),
})
export type Visit = z.infer<typeof Visit>

export const visitOf = (state: unknown): Visit => Visit.catch({ from: paths.home, ended: null }).parse(state)

export const endedOf = (code: string): Ended | null => Ended.safeParse(code).data ?? null
