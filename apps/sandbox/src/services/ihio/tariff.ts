import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { one } from './rows.ts'

type Kind = 'visit' | 'drug' | 'service'

/** All Rial; `covered + payable = total`. */
export interface Price {
  total: number
  covered: number
  payable: number
}

const Percent = z.object({ insurer_percent: z.number() })

/** The insurer's percentage for a fund on a Jalali day (YYYY-MM-DD): the fund's own row, else everybody's. */
function insurerPercent(db: DatabaseSync, kind: Kind, fundCode: string, day: string): number {
  const row = one(
    db,
    Percent,
    `SELECT insurer_percent FROM ihio_share
     WHERE kind = ? AND fund_code IN (?, '*') AND valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?)
     ORDER BY fund_code = '*', valid_from DESC LIMIT 1`,
    kind,
    fundCode,
    day,
    day,
  )
  if (row === null) throw new Error(`No share of kind ${kind} is in force on ${day}`)
  return row.insurer_percent
}

/**
 * Price of `count` units. The insurer pays its share of the cheaper of price and reference price, rounded down to whole
 * Rial; the patient pays all the rest, the difference to a dearer product included.
 */
export function priceOf(
  db: DatabaseSync,
  of: { kind: Kind; fundCode: string; day: string; unitPrice: number; referencePrice: number; count: number },
): Price {
  const total = of.unitPrice * of.count
  const counted = Math.min(of.unitPrice, of.referencePrice) * of.count
  const covered = Math.floor((counted * insurerPercent(db, of.kind, of.fundCode, of.day)) / 100)
  return { total, covered, payable: total - covered }
}

const Tariff = z.object({ title: z.string(), technical_rvu: z.number(), professional_rvu: z.number(), technical_k: z.number(), professional_k: z.number() })

/** A visit: technical units × technical K + professional units × professional K. */
export function visitPrice(db: DatabaseSync, visitCode: string, fundCode: string, day: string): Price & { title: string } {
  const row = one(
    db,
    Tariff,
    `SELECT * FROM ihio_visit_tariff WHERE rvu_code = ? AND valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?)
     ORDER BY valid_from DESC LIMIT 1`,
    visitCode,
    day,
    day,
  )
  if (row === null) throw new Error(`No tariff for ${visitCode} is in force on ${day}`)
  const unitPrice = Math.round(row.technical_rvu * row.technical_k + row.professional_rvu * row.professional_k)
  return { title: row.title, ...priceOf(db, { kind: 'visit', fundCode, day, unitPrice, referencePrice: unitPrice, count: 1 }) }
}
