import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { centres, people } from '../../scenarios.ts'
import type { DemoCentre, DemoPerson } from '../../scenarios.ts'

const SESSION_MINUTES = 60

const everybody: readonly DemoPerson[] = people
const everywhere: readonly DemoCentre[] = centres

export interface Account {
  /** Her council number. */
  username: string
  fullName: string
  kind: 'doctor' | 'pharmacy'
  siamIds: string[]
  /** Code of thritaEHR.specialty. */
  specialty: string | null
}

/** The accounts are the demo people's; null where somebody has none. */
export function findAccount(username: string): Account | null {
  const person = everybody.find((it) => it.armedForcesAccount?.username === username)
  return person === undefined
    ? null
    : {
        username,
        fullName: `${person.firstName} ${person.lastName}`,
        kind: person.posts.some((post) => post.role === 'dispenser') ? 'pharmacy' : 'doctor',
        siamIds: person.posts.flatMap((post) => everywhere.filter((it) => it.key === post.centre).map((it) => it.siamId)),
        specialty: person.specialty?.code ?? null,
      }
}

export const isPassword = (username: string, password: string): boolean =>
  everybody.some((it) => it.armedForcesAccount?.username === username && it.armedForcesAccount.password === password)

export const centreName = (siamId: string): string => everywhere.find((it) => it.siamId === siamId)?.name ?? siamId

export function openSession(db: DatabaseSync, username: string, now: Date): { session: string; expiresAt: string } {
  const session = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + SESSION_MINUTES * 60_000).toISOString()
  db.prepare('DELETE FROM af_session WHERE expires_at <= ?').run(now.toISOString())
  db.prepare('INSERT INTO af_session VALUES (?, ?, ?)').run(hashOf(session), username, expiresAt)
  return { session, expiresAt }
}

/** Whose live session it is; null for one that ended or never was. */
export function accountOfSession(db: DatabaseSync, session: string, now: Date): Account | null {
  const row = db.prepare('SELECT username FROM af_session WHERE hash = ? AND expires_at > ?').get(hashOf(session), now.toISOString())
  return row === undefined ? null : findAccount(String(row['username']))
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
