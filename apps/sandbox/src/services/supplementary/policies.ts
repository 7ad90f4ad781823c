import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { toDoDate } from '@noskhe/national-wire/data-objects'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { careCoding, policyIdentifier, supplementaryRefusal } from '@noskhe/national-wire/supplementary'
import type { CareKind, Policy as PolicyOnWire } from '@noskhe/national-wire/supplementary'
import { all, one } from '../../database.ts'
import { identityOf } from '../../insured.ts'

/** A no of the company, told by its number. */
export class SupplementaryRefused extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.name = 'SupplementaryRefused'
    this.code = code
  }
}

const Policy = z.object({
  number: z.string(), company: z.string(), company_title: z.string(), person_kind: z.string(), person_value: z.string(), plan: z.string(),
  valid_from: z.string(), valid_until: z.string(),
})
export type Policy = z.infer<typeof Policy>

const Term = z.object({
  policy: z.string(), kind: z.enum(['outpatient-drug', 'paraclinic', 'visit', 'inpatient']), valid_from: z.string(), valid_until: z.string(),
  ceiling: z.int(), percent: z.int(), letter_above: z.int().nullable(), examined_above: z.int(),
})
export type Term = z.infer<typeof Term>

const company = { code: 'DAY', title: 'بیمهٔ دی' }
/** Whom eligibility tells as having a supplementary cover of this company, and until which day. */
const holder = { kind: 'national-code', value: '2283746159', number: 'DAY-1404-77120', plan: 'درمان گروهی، طرح نقره‌ای' }
const firstYear = { from: '1404-02-01', until: '1405-01-31' }
const secondYear = { from: '1405-02-01', until: '1406-01-31' }

/** The company's tariff is made up; it changes with the year of the contract. */
const shippedTerms: readonly (Omit<Term, 'policy' | 'valid_from' | 'valid_until'> & { year: typeof firstYear })[] = [
  { year: firstYear, kind: 'outpatient-drug', ceiling: 40_000_000, percent: 70, letter_above: 20_000_000, examined_above: 30_000_000 },
  { year: secondYear, kind: 'outpatient-drug', ceiling: 60_000_000, percent: 80, letter_above: 20_000_000, examined_above: 40_000_000 },
  { year: firstYear, kind: 'paraclinic', ceiling: 50_000_000, percent: 70, letter_above: null, examined_above: 30_000_000 },
  { year: secondYear, kind: 'paraclinic', ceiling: 70_000_000, percent: 80, letter_above: null, examined_above: 40_000_000 },
  { year: secondYear, kind: 'inpatient', ceiling: 1_500_000_000, percent: 90, letter_above: 0, examined_above: 500_000_000 },
]

export function seedPolicies(db: DatabaseSync): void {
  db.prepare('INSERT OR IGNORE INTO sup_policy VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(holder.number, company.code, company.title, holder.kind, holder.value, holder.plan, firstYear.from, secondYear.until)
  const insert = db.prepare('INSERT OR IGNORE INTO sup_term VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const it of shippedTerms) {
    insert.run(holder.number, it.kind, it.year.from, it.year.until, it.ceiling, it.percent, it.letter_above, it.examined_above)
  }
}

export function policiesOf(db: DatabaseSync, person: DoIdentifier): PolicyOnWire[] {
  const identity = identityOf(person)
  if (identity === null) return []
  const found = all(db, Policy, 'SELECT * FROM sup_policy WHERE person_kind = ? AND person_value = ? ORDER BY valid_until DESC', identity.kind, identity.value)
  return found.map((it) => onWire(db, it))
}

const onWire = (db: DatabaseSync, it: Policy): PolicyOnWire => ({
  PolicyID: policyIdentifier(it.company, it.number),
  Company: { Value: it.company_title, Terminology_id: 'noskhe.supplementaryCompany', Coded_string: it.company },
  Plan: it.plan,
  From: toDoDate(it.valid_from),
  Until: toDoDate(it.valid_until),
  Terms: all(db, Term, 'SELECT * FROM sup_term WHERE policy = ? ORDER BY kind, valid_from', it.number).map((term) => ({
    Kind: careCoding.toWire(term.kind),
    From: toDoDate(term.valid_from),
    Until: toDoDate(term.valid_until),
    Ceiling: term.ceiling,
    Left: leftOf(db, term),
    Percent: term.percent,
    LetterAbove: term.letter_above,
  })),
})

/** The policy of this person and what it pays of a kind on a Jalali day, its last day included. @throws SupplementaryRefused */
export function requireTerm(db: DatabaseSync, asked: { person: DoIdentifier; policy: DoIdentifier; kind: CareKind; day: string }): { policy: Policy; term: Term } {
  const policy = one(db, Policy, 'SELECT * FROM sup_policy WHERE number = ?', asked.policy.ID)
  const identity = identityOf(asked.person)
  if (policy === null || policy.company !== asked.policy.Issuer || policy.person_kind !== identity?.kind || policy.person_value !== identity.value) {
    throw new SupplementaryRefused(supplementaryRefusal.unknown, 'بیمه‌نامه‌ای با این شماره برای این شخص نیست')
  }
  if (asked.day < policy.valid_from || asked.day > policy.valid_until) {
    throw new SupplementaryRefused(supplementaryRefusal.notInForce, 'این بیمه‌نامه در این تاریخ اعتبار ندارد')
  }
  const term = one(
    db, Term, 'SELECT * FROM sup_term WHERE policy = ? AND kind = ? AND valid_from <= ? AND valid_until >= ?', policy.number, asked.kind, asked.day, asked.day,
  )
  if (term === null) throw new SupplementaryRefused(supplementaryRefusal.notCovered, 'این خدمت در تعهد این بیمه‌نامه نیست')
  return { policy, term }
}

const Sum = z.object({ sum: z.int() })

/** Of a term's ceiling, what no claim of its days has used. */
export function leftOf(db: DatabaseSync, { policy, kind, valid_from, valid_until, ceiling }: Term): number {
  const used = one(
    db, Sum, 'SELECT COALESCE(SUM(approved), 0) AS sum FROM sup_claim WHERE policy = ? AND kind = ? AND day BETWEEN ? AND ?', policy, kind, valid_from, valid_until,
  )
  return ceiling - (used?.sum ?? 0)
}
