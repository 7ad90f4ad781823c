import type { DatabaseSync } from 'node:sqlite'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { one } from '../database.ts'
import { LicenceRow, licenceOf } from '../licence.ts'
import { people } from '../scenarios.ts'
import type { DemoPerson } from '../scenarios.ts'
import type { SandboxContext } from '../service.ts'
import { type Authority, DAY_MS, makeAuthority, openAuthorities, signingKey } from './authority.ts'
import { keepIssued, markRevoked, memberKey, newestOf } from './certificates.ts'
import { issue } from './issue.ts'
import { makePhoneKey } from './phone-keys.ts'

const everybody: readonly DemoPerson[] = people

/** They came to the registration authority before the story begins; whoever else signs enrols first. */
const enrolledBefore: readonly string[] = ['physician', 'second-physician']

/** What a certificate may be like, for whoever wants to see the product's answer to it. */
export const conditions = ['good', 'expiring', 'expired', 'revoked', 'wrong-chain', 'none'] as const
export type Condition = (typeof conditions)[number]

/** Her newest certificate, DER; null where she has none. The first to ask finds those of the enrolled made. */
export async function certificateOf(context: SandboxContext, nationalCode: string): Promise<Uint8Array | null> {
  const known = newestOf(context.db, memberKey(nationalCode))
  if (known) return known.certificate
  const person = everybody.find((it) => it.nationalCode === nationalCode && enrolledBefore.includes(it.key))
  if (!person || wasTakenAway(context.db, nationalCode)) return null
  await certify(context, person)
  return newestOf(context.db, memberKey(nationalCode))?.certificate ?? null
}

const underWay = new WeakMap<DatabaseSync, Map<string, Promise<void>>>()

/** A new key on her phone and a certificate for it. Two at once are one: they would take each other's key. */
export function certify(context: SandboxContext, person: DemoPerson, condition: Condition = 'good'): Promise<void> {
  const running = underWay.get(context.db) ?? new Map<string, Promise<void>>()
  underWay.set(context.db, running)
  const before = running.get(person.nationalCode)
  if (before) return before
  const work = makeCertificate(context, person, condition).finally(() => running.delete(person.nationalCode))
  running.set(person.nationalCode, work)
  return work
}

async function makeCertificate(context: SandboxContext, person: DemoPerson, condition: Condition): Promise<void> {
  const { db, now } = context
  const { issuing } = await openAuthorities(context)
  const holder = { kind: 'member' as const, name: `${person.firstName} ${person.lastName}`, nationalCode: person.nationalCode, councilNumber: person.councilNumber }
  const issuer = condition === 'wrong-chain' ? await strangeIssuer(now()) : issuing
  const validity = validityOf(condition, now())
  const certificate = await issue(context, { holder, publicKey: makePhoneKey(db, person.nationalCode), issuer, ...(validity && { validity }) })
  db.prepare('DELETE FROM health_ca_without WHERE national_code = ?').run(person.nationalCode)
  keepIssued(db, memberKey(person.nationalCode), certificate, now())
  if (condition === 'revoked') markRevoked(db, certificate.serialNumber, 'keyCompromise', now())
}

function validityOf(condition: Condition, at: Date): { notBefore: Date; notAfter: Date } | null {
  const inDays = (days: number) => new Date(at.getTime() + days * DAY_MS)
  if (condition === 'expired') return { notBefore: inDays(-731), notAfter: inDays(-1) }
  return condition === 'expiring' ? { notBefore: inDays(-716), notAfter: inDays(14) } : null
}

/** An authority that calls itself the same as ours and is not. */
async function strangeIssuer(at: Date): Promise<Authority> {
  const validity = { notBefore: new Date(at.getTime() - DAY_MS), notAfter: new Date(at.getTime() + 365 * DAY_MS) }
  const { certificate, pkcs8 } = await makeAuthority({ name: 'Health Issuing CA', pathLength: 0, ...validity })
  return { certificate, key: signingKey(pkcs8) }
}

export const withoutSchema = 'CREATE TABLE IF NOT EXISTS health_ca_without (national_code TEXT PRIMARY KEY) STRICT'

/** Brings her certificate into a condition. False where nobody has this code. */
export async function setCondition(context: SandboxContext, nationalCode: string, condition: Condition): Promise<boolean> {
  const person = everybody.find((it) => it.nationalCode === nationalCode)
  if (!person) return false
  if (condition === 'none') {
    context.db.prepare('DELETE FROM health_ca_certificates WHERE holder = ?').run(memberKey(nationalCode))
    context.db.prepare('INSERT OR IGNORE INTO health_ca_without VALUES (?)').run(nationalCode)
  } else await certify(context, person, condition)
  return true
}

const wasTakenAway = (db: DatabaseSync, nationalCode: string) =>
  db.prepare('SELECT 1 FROM health_ca_without WHERE national_code = ?').get(nationalCode) !== undefined

export type Vouching = { vouched: DemoPerson } | { vouched: null; because: 'unknown' | 'licence' }

/**
 * Whether a registration authority stands for the applicant: the council for a member with this number whose licence is in
 * force, the legal authority for a person who works at a centre and is no member (A12).
 */
export function vouch({ db, now }: SandboxContext, it: { authority: 'council' | 'legal'; nationalCode: string; councilNumber: string | null }): Vouching {
  const person = everybody.find(({ nationalCode }) => nationalCode === it.nationalCode)
  if (!person) return { vouched: null, because: 'unknown' }
  if (it.authority === 'legal') return person.councilNumber === null ? { vouched: person } : { vouched: null, because: 'unknown' }
  if (it.councilNumber === null || person.councilNumber !== it.councilNumber) return { vouched: null, because: 'unknown' }
  const row = one(db, LicenceRow, 'SELECT * FROM council_members WHERE council_number = ?', it.councilNumber)
  const isActive = row !== null && licenceOf(row, jalaliDay(now())).state === 'active'
  return isActive ? { vouched: person } : { vouched: null, because: 'licence' }
}
