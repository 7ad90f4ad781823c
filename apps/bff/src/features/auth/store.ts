import { Failure } from '@noskhe/shared/failure'
import type { Db, Tx } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import type { SignedIn } from '../../http/session.ts'
import type { Registered } from './ask-registry.ts'
import { CODE_LIFE_MS, CODE_TRIES } from './one-time-code.ts'

/** Codes that may be under way for one person at once, and within an hour. */
const CODES_AT_ONCE = 3
const CODES_AN_HOUR = 10
const HOUR_MS = 3_600_000

export interface Attempt {
  id: string
  personId: string
  nationalCode: string
  councilNumber: string | null
  codeHash: string
  triesLeft: number
}

export interface Passkey {
  id: string
  personId: string
  nationalCode: string
  councilNumber: string | null
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

/**
 * Keeps the person as her registry tells her now and answers our id of her. Staff sign-in leaves a council number that is
 * already known in place: who is a member signs in as one wherever the council must be asked.
 */
export async function keepPerson(tx: Tx, it: Registered, at: Date): Promise<string> {
  const { nationalCode, councilNumber, specialty, specialtyCodes, ...identity } = it
  const membership = councilNumber === null ? {} : { councilNumber, specialty, specialtyCodes }
  // A number that the council gave to someone else is no longer the former holder's.
  if (councilNumber) await tx.person.updateMany({ where: { councilNumber, nationalCode: { not: nationalCode } }, data: { councilNumber: null } })
  const content = { ...identity, ...membership, checkedAt: at }
  const { id } = await tx.person.upsert({
    where: { nationalCode },
    create: { id: newId(at.getTime()), nationalCode, ...content },
    update: content,
    select: { id: true },
  })
  return id
}

/**
 * Keeps an attempt to sign in. Must follow `keepPerson` in the same transaction: the person's row, locked there, orders
 * attempts made at the same time.
 * @throws Failure `rate.limited`
 */
export async function keepAttempt(
  tx: Tx,
  it: { id: string; personId: string; councilNumber: string | null; codeHash: string; now: Date },
): Promise<{ expiresAt: Date }> {
  const { now, ...attempt } = it
  const since = (ms: number) => new Date(now.getTime() + CODE_LIFE_MS - ms)
  const unusedSince = (expiresAfter: Date) =>
    tx.signInAttempt.count({ where: { personId: it.personId, usedAt: null, expiresAt: { gt: expiresAfter } } })
  if ((await unusedSince(now)) >= CODES_AT_ONCE || (await unusedSince(since(HOUR_MS))) >= CODES_AN_HOUR) throw new Failure('rate.limited')
  const expiresAt = new Date(now.getTime() + CODE_LIFE_MS)
  await tx.signInAttempt.create({ data: { ...attempt, triesLeft: CODE_TRIES, expiresAt } })
  return { expiresAt }
}

/** Takes back an attempt whose code could not be sent. */
export const forgetAttempt = async (db: Db, id: string): Promise<void> => {
  await db.signInAttempt.deleteMany({ where: { id, usedAt: null } })
}

/**
 * Spends one try before the code is looked at, so that guesses made at once are counted each.
 * @throws Failure `code.too-many-attempts` where none is left, `code.expired` where it is too late, used or unknown.
 */
export async function spendTry(db: Db, id: string, now: Date): Promise<Attempt> {
  const [spent] = await db.signInAttempt.updateManyAndReturn({
    where: { id, usedAt: null, triesLeft: { gt: 0 }, expiresAt: { gt: now } },
    data: { triesLeft: { decrement: 1 } },
    include: { person: { select: { nationalCode: true } } },
  })
  if (spent) return { ...spent, nationalCode: spent.person.nationalCode }
  const locked = await db.signInAttempt.count({ where: { id, usedAt: null, triesLeft: 0, expiresAt: { gt: now } } })
  throw new Failure(locked > 0 ? 'code.too-many-attempts' : 'code.expired')
}

/** @throws Failure `code.expired` where the code was used meanwhile. */
export async function useAttempt(tx: Tx, id: string, now: Date): Promise<void> {
  const { count } = await tx.signInAttempt.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } })
  if (count !== 1) throw new Failure('code.expired')
}

/** @throws Failure `passkey.rejected` where the credential is already someone's. */
export async function keepPasskey(tx: Tx, it: Omit<Passkey, 'nationalCode' | 'councilNumber'> & { device: string; now: Date }): Promise<void> {
  const { now, ...passkey } = it
  const { count } = await tx.passkey.createMany({ data: { ...passkey, createdAt: now }, skipDuplicates: true })
  if (count !== 1) throw new Failure('passkey.rejected')
}

export async function findPasskey(db: Db, id: string): Promise<Passkey | null> {
  const row = await db.passkey.findUnique({ where: { id }, include: { person: { select: { nationalCode: true, councilNumber: true } } } })
  return row && { ...row, ...row.person, counter: Number(row.counter) }
}

/** The passkeys of a person, as a question to her devices names them. */
export const passkeysOf = (db: Db, personId: string): Promise<{ id: string; transports: string[] }[]> =>
  db.passkey.findMany({ where: { personId }, select: { id: true, transports: true }, orderBy: { createdAt: 'asc' } })

/** Moves the counter on from what was verified against. @throws Failure `passkey.rejected` where another use came between. */
export async function usePasskey(tx: Tx, { id, counter }: Pick<Passkey, 'id' | 'counter'>, newCounter: number, now: Date): Promise<void> {
  const { count } = await tx.passkey.updateMany({ where: { id, counter }, data: { counter: newCounter, lastUsedAt: now } })
  if (count !== 1) throw new Failure('passkey.rejected')
}

/** The living sessions of a person, the newest first; whether one idled too long is the caller's to judge. */
export async function sessionsOf(db: Db, personId: string, now: Date): Promise<SignedIn[]> {
  const holds = JSON.stringify({ signedIn: { person: { personId } } })
  const rows = await db.$queryRaw<{ signedIn: SignedIn }[]>`
    SELECT sess -> 'signedIn' AS "signedIn" FROM sessions WHERE sess @> ${holds}::jsonb AND expire > ${now}`
  return rows.map((row) => row.signedIn).sort((one, other) => other.signedInAt - one.signedInAt)
}

/** Marks a session of hers as ended; its next call is told so. @throws Failure `not-found` */
export async function endSession(tx: Tx, { id, personId, now }: { id: string; personId: string; now: Date }): Promise<void> {
  const holds = JSON.stringify({ signedIn: { id, person: { personId } } })
  const count = await tx.$executeRaw`
    UPDATE sessions SET sess = jsonb_set(sess, '{signedIn,endedElsewhere}', 'true')
    WHERE sess @> ${holds}::jsonb AND NOT (sess -> 'signedIn' ? 'endedElsewhere') AND expire > ${now}`
  if (count !== 1) throw new Failure('not-found')
}
