import type { BillLine, InsurerBill } from '@noskhe/shared/billing/bill'
import type { findMonthlyBill as contract } from '@noskhe/shared/billing/contract'
import { jalaliMonthRange } from '@noskhe/shared/calendar'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type * as port from '../../national/payer/port.ts'
import { NationalUnavailable, NationalUnreadable } from '../../national/port.ts'
import { record } from '../audit/index.ts'
import { type ConnectedPayer, connectPayersOfCentre } from '../payers/index.ts'
import { ownFigures } from './store.ts'

type Told = Pick<InsurerBill, 'state' | 'advice' | 'lines'>
type Heard = Pick<Told, 'state' | 'advice'> & { lines: port.BillLine[] }

/**
 * A Jalali month's bill of the actor's centre, from every insurer at which the centre has an account, beside our own figures
 * (A57, A66). One silent insurer leaves the others told.
 * @throws Failure `payer.account-missing` where the centre has an account nowhere.
 */
export async function findMonthlyBill(context: Context, { year, month }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { actor, db, national } = context
  const { centreId, name: centreName } = actor.at
  const span = jalaliMonthRange(year, month)
  const asked = (Object.keys(national.payers) as InsurerCode[]).map(async (insurer): Promise<InsurerBill | null> => {
    const accounts = await connectPayersOfCentre(context, insurer, centreId)
    if (accounts.length === 0) return null
    const heard = Promise.all(accounts.map((account) => askForBill(account, year, month)))
    const [told, ours] = await Promise.all([heard.then(together), ownFigures(db, centreId, insurer, span)])
    return { insurer, ...told, insurerShare: told.lines.reduce((sum, line) => sum + line.insurerShare, 0), ours }
  })
  const insurers = (await Promise.all(asked)).filter((it) => it !== null)
  if (insurers.length === 0) throw new Failure('payer.account-missing')
  const answered = insurers.filter((it) => it.state === 'answered').length
  await inTransaction(db, (tx) => record(tx, context, 'bill.looked-up', `${year}-${month}`, { insurers: insurers.length, answered }))
  return { centreName, year, month, insurers }
}

async function askForBill({ payer, party }: ConnectedPayer, year: number, month: number): Promise<Heard> {
  try {
    const answer = await payer.bills({ party, year, month })
    if (answer.outcome === 'found') return { state: 'answered', advice: null, lines: answer.lines }
    // «No bill for this month yet» is how an insurer says that the month is empty.
    if (answer.reason === 'not-found') return { state: 'answered', advice: null, lines: [] }
    return { state: 'refused', advice: answer.advice, lines: [] }
  } catch (error) {
    if (!(error instanceof NationalUnavailable) && !(error instanceof NationalUnreadable)) throw error
    return { state: 'unanswered', advice: null, lines: [] }
  }
}

/**
 * One bill of what the centre's accounts were told. Visits are each doctor's own and add up; the centre's drugs are told alike to
 * every account and count once. Where one account's part is missing, the rest is not shown as if it were the whole.
 */
function together(heard: readonly Heard[]): Told {
  const missing = heard.find((it) => it.state === 'unanswered') ?? heard.find((it) => it.state === 'refused')
  if (missing) return { state: missing.state, advice: missing.advice, lines: [] }
  const merged = new Map<string, BillLine>()
  for (const told of heard.flatMap((it) => it.lines)) {
    const line = lineOf(told)
    const key = `${line.billRef}|${line.kind}|${line.title}|${line.fund}`
    const before = merged.get(key)
    if (!before) merged.set(key, line)
    else if (told.of === 'person') {
      merged.set(key, { ...before, count: before.count + line.count, insurerShare: before.insurerShare + line.insurerShare })
    }
  }
  return { state: 'answered', advice: null, lines: [...merged.values()] }
}

const lineOf = ({ billRef, kind, kindTitle, fund, count, insurerShare, note }: port.BillLine): BillLine => ({
  billRef,
  kind: kindOf(kind),
  title: kindTitle,
  fund,
  count,
  insurerShare,
  note,
})

/** Insurers write their own words for it, in either case. */
function kindOf(kind: string): BillLine['kind'] {
  const word = kind.toLowerCase()
  return word === 'visit' || word === 'drug' ? word : 'other'
}
