import type { OtherSession, Post, Session } from '@noskhe/shared/auth/session'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/serve.ts'
import type { SignedIn } from '../../http/session.ts'
import { passkeysOf, sessionsOf } from './store.ts'

type Needed = Pick<Context, 'db' | 'config' | 'now'> & Pick<Caller, 'session'>

/** The session in the words of the contract, as it is kept now. */
export async function describeSession({ db, config, now, session }: Needed): Promise<Session> {
  const signedIn = session.signedIn()
  if (!signedIn) throw new Failure('session.required')
  const idleMs = config.session.idleMinutes * 60_000
  const [passkeys, sessions] = await Promise.all([passkeysOf(db, signedIn.person.personId), sessionsOf(db, signedIn.person.personId, now())])
  const { personId, firstName, lastName, gender, councilNumber, specialty } = signedIn.person
  return {
    person: { id: personId, firstName, lastName, gender, councilNumber, specialty },
    posts: signedIn.posts.list,
    arePostsAnswered: signedIn.posts.isAnswered,
    at: postOf(signedIn),
    hasPasskey: passkeys.length > 0,
    signedInBy: signedIn.by,
    now: now().toISOString(),
    idleEndsAt: new Date(Math.min(signedIn.lastActiveAt + idleMs, signedIn.endsAt)).toISOString(),
    endsAt: new Date(signedIn.endsAt).toISOString(),
    others: sessions.filter((it) => it.id !== signedIn.id && isAlive(it, now().getTime(), idleMs)).map(told),
  }
}

const isAlive = (it: SignedIn, now: number, idleMs: number): boolean =>
  !it.endedElsewhere && now < it.endsAt && now - it.lastActiveAt < idleMs

const told = (it: SignedIn): OtherSession => ({
  id: it.id,
  signedInAt: new Date(it.signedInAt).toISOString(),
  lastSeenAt: new Date(it.lastActiveAt).toISOString(),
  centreName: it.at?.name ?? null,
  device: it.device,
})

/** The post she works in, with its licence as far as it is known. */
function postOf({ at, posts }: SignedIn): Post | null {
  if (!at) return null
  const listed = posts.list.find((it) => it.siamId === at.centreId && it.role === at.role)
  return (
    listed ?? {
      siamId: at.centreId as Post['siamId'],
      centreName: at.name,
      centreKind: at.kind,
      role: at.role,
      licence: { state: 'unanswered', reason: null },
    }
  )
}
