import type { DatabaseSync } from 'node:sqlite'
import type { AnalysisPoint } from '@noskhe/national-wire/insurer-rules'
import { readRule } from './rule.ts'
import type { Rule } from './rule.ts'

export const bankSchema = `
  CREATE TABLE IF NOT EXISTS rule_bank (
    insurer TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    article TEXT NOT NULL,
    kind TEXT NOT NULL,
    weight TEXT NOT NULL,
    points TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    terms TEXT NOT NULL,
    PRIMARY KEY (insurer, id, version)
  ) STRICT;
`

const insurer = 'armed-forces'
const writing: readonly AnalysisPoint[] = ['before-prescribing']
const writingAndGiving: readonly AnalysisPoint[] = ['before-prescribing', 'before-service']
const always: readonly AnalysisPoint[] = ['before-prescribing', 'before-service', 'claim-review']
const since1405 = { from: '1405-01-01', until: null }

/**
 * The rules of the Armed Forces as the sandbox plays them: made up, of the kinds that payers are known to have. Only the share
 * of 15 percent of an outpatient's drugs and of nothing of an inpatient's has been told anywhere.
 */
export const shippedRules: readonly Rule[] = [
  { insurer, id: 'NM-100', version: 1, title: 'داروهای در تعهد', article: 'فهرست دارویی نمونه، بند ۱', kind: 'coverage', weight: 'warning', points: writingAndGiving, ...since1405, terms: {} },
  { insurer, id: 'NM-110', version: 1, title: 'سقف تجویز طبق فهرست', article: 'فهرست دارویی نمونه، ستون سقف', kind: 'ceiling', weight: 'warning', points: writingAndGiving, ...since1405, terms: { atc: null, most: null } },
  { insurer, id: 'NM-111', version: 1, title: 'سقف آنتی‌بیوتیک', article: 'دستورالعمل نمونهٔ مصرف منطقی، مادهٔ ۳', kind: 'ceiling', weight: 'warning', points: writingAndGiving, from: '1405-01-01', until: '1405-06-31', terms: { atc: ['J01'], most: 40 } },
  { insurer, id: 'NM-111', version: 2, title: 'سقف آنتی‌بیوتیک', article: 'دستورالعمل نمونهٔ مصرف منطقی، مادهٔ ۳ (اصلاحی تیر ۱۴۰۵)', kind: 'ceiling', weight: 'warning', points: writingAndGiving, from: '1405-07-01', until: null, terms: { atc: ['J01'], most: 24 } },
  { insurer, id: 'NM-120', version: 1, title: 'تجویز داروی ضدسرطان', article: 'دستورالعمل نمونهٔ محدودیت تخصص، مادهٔ ۲', kind: 'specialty', weight: 'rejection', points: writing, ...since1405, terms: { atc: ['L01'], specialties: ['151310'] } },
  { insurer, id: 'NM-130', version: 1, title: 'تتراسایکلین در کودکان', article: 'دستورالعمل نمونهٔ کودکان، مادهٔ ۵', kind: 'age', weight: 'rejection', points: writing, ...since1405, terms: { atc: ['J01AA'], fromYears: 8 } },
  { insurer, id: 'NM-131', version: 1, title: 'داروهای کدئین‌دار در کودکان', article: 'دستورالعمل نمونهٔ کودکان، مادهٔ ۶', kind: 'age', weight: 'rejection', points: writing, ...since1405, terms: { atc: ['R05DA', 'N02AJ'], fromYears: 12 } },
  { insurer, id: 'NM-140', version: 1, title: 'داروهای پیشگیری از بارداری', article: 'فهرست دارویی نمونه، بند ۹', kind: 'sex', weight: 'rejection', points: writing, ...since1405, terms: { atc: ['G03A'], only: 'female' } },
  { insurer, id: 'NM-150', version: 1, title: 'تکرار تجویز', article: 'دستورالعمل نمونهٔ رسیدگی، مادهٔ ۷', kind: 'duplicate', weight: 'warning', points: writing, ...since1405, terms: { days: 7 } },
  { insurer, id: 'NM-160', version: 1, title: 'داروهای نیازمند پرونده', article: 'فهرست دارویی نمونه، ستون مدارک', kind: 'document', weight: 'warning', points: writingAndGiving, ...since1405, terms: {} },
  { insurer, id: 'NM-170', version: 1, title: 'قیمت بالاتر از مرجع', article: 'تعرفهٔ ۱۴۰۵، بند قیمت مرجع', kind: 'reference-price', weight: 'cost-proposal', points: ['before-service', 'claim-review'], ...since1405, terms: {} },
  { insurer, id: 'NM-171', version: 1, title: 'شکل دارویی ارزان‌تر', article: 'فهرست دارویی نمونه، بند ۱۲', kind: 'alternative', weight: 'cost-proposal', points: writing, ...since1405, terms: {} },
  { insurer, id: 'NM-180', version: 1, title: 'سهم بیمار سرپایی از دارو', article: 'تعرفهٔ ۱۴۰۵', kind: 'share', weight: 'cost-calculation', points: always, ...since1405, terms: { admission: 'outpatient', patientPercent: 15 } },
  { insurer, id: 'NM-181', version: 1, title: 'سهم بیمار بستری از دارو', article: 'تعرفهٔ ۱۴۰۵، مراکز دولتی و نظامی', kind: 'share', weight: 'cost-calculation', points: always, ...since1405, terms: { admission: 'inpatient', patientPercent: 0 } },
  { insurer, id: 'NM-190', version: 1, title: 'مهلت ارسال اسناد', article: 'دستورالعمل نمونهٔ رسیدگی، مادهٔ ۱۲', kind: 'claim-delay', weight: 'rejection', points: ['claim-review'], ...since1405, terms: { days: 60 } },
  { insurer, id: 'NM-199', version: 1, title: 'اعتبار شناسهٔ تأیید قواعد', article: 'دستورالعمل نسخهٔ الکترونیک، بند ۹-۱-۴', kind: 'confirmation', weight: 'rejection', points: always, ...since1405, terms: {} },
]

/** Fills an empty bank; one that somebody changed is left alone. */
export function seedBank(db: DatabaseSync): void {
  if (db.prepare('SELECT 1 FROM rule_bank LIMIT 1').get() !== undefined) return
  const insert = db.prepare('INSERT INTO rule_bank VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  for (const it of shippedRules) {
    insert.run(
      it.insurer, it.id, it.version, it.title, it.article, it.kind, it.weight, JSON.stringify(it.points), it.from, it.until, JSON.stringify(it.terms),
    )
  }
}

/** The rules of an insurer on a Jalali day, both days of a rule included, by id. */
export const rulesInForce = (db: DatabaseSync, of: Rule['insurer'], day: string): Rule[] =>
  db
    .prepare('SELECT * FROM rule_bank WHERE insurer = ? AND valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?) ORDER BY id, version')
    .all(of, day, day)
    .map(readRule)
