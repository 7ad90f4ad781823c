import type { Post } from '@noskhe/shared/auth/session'
import type { KnownPosts, SignedIn } from '../../http/session.ts'
import { NationalUnavailable, NationalUnreadable, type National } from '../../national/port.ts'
import type { Post as ListedPost } from '../../national/siam/port.ts'

const ANSWER_LIFE_MS = 60_000
/** A silent SIAM is asked again sooner, but not at every polling. */
const SILENCE_LIFE_MS = 15_000

type Asking = { national: Pick<National, 'siam'>; now: () => Date }
type Who = Pick<SignedIn['person'], 'nationalCode' | 'councilNumber'>

/**
 * Roles of someone who is no member of the council: to prescribe and to dispense one must be asked for there (A02), and
 * staff sign-in does not ask.
 */
export const mayHold = (who: Who, role: Post['role']): boolean => who.councilNumber !== null || role === 'admin'

const postOf = ({ centre, role }: ListedPost): Post => ({
  siamId: centre.siamId as Post['siamId'],
  centreName: centre.name,
  centreKind: centre.kind,
  role,
  licence: { state: centre.licence.state, reason: centre.licence.reason },
})

/** Where she may work, by SIAM now; `known` with their licences unanswered where SIAM is silent (unknown is never yes). */
export async function askPosts({ national, now }: Asking, who: Who, known: Post[] = []): Promise<KnownPosts> {
  const askedAt = now().getTime()
  try {
    const listed = await national.siam.postsOf(who.nationalCode)
    return { list: listed.filter((it) => mayHold(who, it.role)).map(postOf), isAnswered: true, askedAt }
  } catch (error) {
    if (!(error instanceof NationalUnavailable || error instanceof NationalUnreadable)) throw error
    return { list: known.map((it) => ({ ...it, licence: { state: 'unanswered', reason: null } })), isAnswered: false, askedAt }
  }
}

/** What the session knows of her posts, asked again where it is too old. */
export async function recentPosts(asking: Asking, { person, posts }: Pick<SignedIn, 'person' | 'posts'>): Promise<KnownPosts> {
  const age = asking.now().getTime() - posts.askedAt
  return age < (posts.isAnswered ? ANSWER_LIFE_MS : SILENCE_LIFE_MS) ? posts : askPosts(asking, person, posts.list)
}
