import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type * as z from 'zod'
import { taminDate } from '@noskhe/national-wire/tamin'
import type { KeptPrescription } from '@noskhe/national-wire/tamin'
import { prescriptionType } from '@noskhe/national-wire/tamin/codes'
import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import type { CheckRequest, Checked } from '@noskhe/national-wire/tamin/pharmacy'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { findDrugByIrc } from '../../catalogue/store.ts'
import { all, one } from '../../database.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { keptOnWire, linesOf, remainingOf } from './kept.ts'
import { priceOf } from './price.ts'
import { Check, Prescription, findItem, prescriptionsSql } from './rows.ts'
import type { Account, Item, Line } from './rows.ts'

/** What each kind of provider does. Services that their orderer does herself wait for nobody. */
const servedBy: Partial<Record<Account['kind'], readonly string[]>> = {
  pharmacy: [prescriptionType.drug],
  paraclinic: [prescriptionType.paraclinical, prescriptionType.referredServices],
}

/** The signed-in pharmacy or paraclinical centre at one of its centres, with a contract. @throws Refusal */
export function requireProvider({ account }: Call, kind: 'pharmacy' | 'paraclinic', siamId: string): void {
  if (account.kind !== kind || !account.has_contract || !account.siam_ids.includes(siamId)) {
    throw new Refusal(taminRefusal.noContract, 'این مرکز با تأمین اجتماعی قرارداد ندارد')
  }
}

/** Of which something remains, the newest first. */
export function openPrescriptions({ db, account }: Call, patient: string): KeptPrescription[] {
  const written = all(
    db,
    Prescription,
    `${prescriptionsSql} WHERE patient = ? AND type IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY created_at DESC`,
    patient,
    JSON.stringify(servedBy[account.kind] ?? []),
  )
  return written.map((it) => keptOnWire(db, it)).filter((it) => it.noteDetailEprscs.some((line) => line.srvRem > 0))
}

/** The patient's prescription with this code, if it is of a kind that this provider serves. @throws Refusal */
export function requireOrder({ db, account }: Pick<Call, 'db' | 'account'>, patient: string, trackingCode: string): Prescription {
  const it = one(db, Prescription, `${prescriptionsSql} WHERE patient = ? AND tracking_code = ? AND deleted_at IS NULL`, patient, trackingCode)
  if (it === null || servedBy[account.kind]?.includes(it.type) !== true) {
    throw new Refusal(taminRefusal.notFound, 'نسخه‌ای با این کد رهگیری برای این بیمار نیست')
  }
  return it
}

/** Prices units of a line; nothing is given yet. @throws Refusal */
export function checkLine(call: Call, asked: z.output<typeof CheckRequest>): Checked {
  const { db, now, account } = call
  const order = requireOrder(call, asked.patient, asked.trackingCode)
  const line = linesOf(db, order.id).find((it) => String(it.id) === asked.noteDetailsEprscId)
  const drug = line && findItem(db, line.ws_code)
  if (!line || !drug) throw new Refusal(taminRefusal.lineUnknown, 'این قلم در نسخه نیست')
  if (asked.irc !== null && findDrugByIrc(db, asked.irc)?.genericCode !== drug.generic_code) {
    throw new Refusal(taminRefusal.lineUnknown, 'این فرآورده از داروی این قلم نیست')
  }
  if (order.expire_date !== null && order.expire_date < taminDate(now)) throw new Refusal(taminRefusal.prescriptionExpired, 'اعتبار این نسخه گذشته است')
  if (line.date_do !== null && line.date_do > taminDate(now)) throw new Refusal(taminRefusal.notDue, `این قلم از ${line.date_do} تحویل‌پذیر است`)
  const remaining = remainingOf(db, line) - heldBeside(db, line, asked.alongside)
  if (asked.qty > remaining) throw new Refusal(taminRefusal.moreThanLeft, `از این قلم ${Math.max(0, remaining)} واحد مانده است`)

  const verdict = judge(db, { patient: asked.patient, drug, line, qty: asked.qty })
  // Under a marked special disease the organisation pays the whole.
  const share = line.illness === null ? drug.share : WHOLE
  const price = priceOf({ ...drug, share }, { qty: asked.qty, covered: verdict.covered, unitPrice: asked.unitPrice })
  const checkId = randomUUID()
  db.prepare('INSERT INTO tamin_check VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)').run(
    checkId, line.id, account.username, asked.qty, drug.generic_code, Number(drug.barcode_required), price.total, price.organisation, price.subsidy,
    price.patient, now.toISOString(),
  )
  return {
    checkId,
    drugCode: drug.ws_code,
    insuranceStatus: verdict.status,
    requiresBarcodeInquiry: drug.barcode_required,
    prescribedCount: line.qty,
    remainingCount: remaining,
    maxCovered: drug.max_prescription,
    price,
    message: verdict.message,
  }
}

const WHOLE = 100

interface Judged {
  patient: string
  drug: Item
  line: Line
  qty: number
}

/** Units the insurance answers for. Its ceiling counts what was given of the line before. */
function judge(db: DatabaseSync, { patient, drug, line, qty }: Judged): { status: Checked['insuranceStatus']; covered: number; message: string | null } {
  if (drug.status !== insuranceStatus.insured) return { status: 'not-covered', covered: 0, message: null }
  if (drug.file_required && !hasFile(db, patient, drug)) {
    return { status: 'file-required', covered: 0, message: 'بیمار برای این دارو نزد تأمین اجتماعی پرونده ندارد' }
  }
  const given = line.qty - remainingOf(db, line)
  const left = drug.max_prescription === null ? qty : Math.max(0, drug.max_prescription - given)
  if (qty <= left) return { status: 'covered', covered: qty, message: null }
  return { status: 'over-ceiling', covered: left, message: `بیمه ${left} واحد از این قلم را می‌پذیرد` }
}

const hasFile = (db: DatabaseSync, patient: string, { ws_code }: Item): boolean =>
  db.prepare(`SELECT 1 FROM tamin_file WHERE patient = ? AND ws_code IN (?, '*')`).get(patient, ws_code) !== undefined

const heldBeside = (db: DatabaseSync, line: Line, checkIds: readonly string[]): number =>
  all(db, Check, 'SELECT * FROM tamin_check WHERE line = ? AND delivery IS NULL', line.id)
    .filter((it) => checkIds.includes(it.id))
    .reduce((sum, it) => sum + it.qty, 0)
