import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { markInMarket } from '../../packs.ts'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { DeliveryCheck, one } from './rows.ts'
import type { Account } from './rows.ts'
import { citizenOf, partnersOf, partyOf } from './sessions.ts'

const Pack = z.object({
  uid: z.string(),
  generic_code: z.string(),
  expiry: z.string(),
  state: z.enum(['in-market', 'sold', 'recalled']),
  units: z.number(),
})

/**
 * Why a pack is refused. The contract knows one number for all (-16425); the sandbox tells them apart in the nested answer
 * of the tracing system, which the contract publishes for successes.
 */
const packRefusals = {
  unknown: [1, 'بسته‌ای با این شناسه در سامانهٔ رهگیری ثبت نشده است'],
  sold: [2, 'این بسته پیش‌تر فروخته شده است'],
  recalled: [3, 'این بسته فراخوان (ریکال) شده است و نباید تحویل شود'],
  expired: [4, 'تاریخ انقضای این بسته گذشته است'],
  mismatch: [5, 'این بسته از داروی انتخاب‌شده نیست'],
  tooFew: [6, 'تعداد درخواستی بیش از محتوای این بسته است'],
} as const

export const packEndpoints: Endpoints<'subscription/inquery/uid' | 'subscription/reactive/uid'> = {
  'subscription/inquery/uid': {
    invalid: -16201,
    run(call, { cpartySessionId, citizenSessionId, checkCode, count, uId }) {
      const account = partyOf(call, cpartySessionId)
      citizenOf(call, account, citizenSessionId)
      const check = ownCheck(call, account, checkCode, { invalid: -16212, mismatch: -16214 })
      const contracted = partnersOf(call, account).some((it) => it.kind === 'pharmacy' && it.has_contract)
      if (!contracted) throw new Refusal(-16426, 'شناسهٔ مرکز (GLN) با مرکز استعلام‌کننده سازگار نیست')
      const why = packObjection(call, check, uId, count)
      if (why !== null) {
        const [resCode, resMessage] = packRefusals[why]
        throw new Refusal(-16425, resMessage, { resCode, resMessage })
      }
      call.db.prepare('INSERT OR REPLACE INTO ihio_inquiry VALUES (?, ?, ?)').run(check.code, uId, count)
      return { resCode: 0, resMessage: 'بسته اصیل است و برای این قلم نگه داشته شد' }
    },
  },

  'subscription/reactive/uid': {
    invalid: -17201,
    run(call, { cpartySessionId, citizenSessionId, checkCode, uId }) {
      const account = partyOf(call, cpartySessionId)
      citizenOf(call, account, citizenSessionId)
      const check = ownCheck(call, account, checkCode, { invalid: -17212, mismatch: -17214 })
      const { changes } = call.db.prepare('DELETE FROM ihio_inquiry WHERE check_code = ? AND uid = ?').run(check.code, uId)
      const isReturned = isFreeAgain(call.db, uId) && markInMarket(call.db, uId)
      if (changes === 0 && !isReturned) throw new Refusal(-17425, 'این شناسه برای بازگشت معتبر نیست')
      return { resCode: 0, resMessage: 'بسته به بازار بازگشت' }
    },
  },
}

function ownCheck({ db }: Call, account: Account, code: string, refusals: { invalid: number; mismatch: number }): DeliveryCheck {
  const check = one(db, DeliveryCheck, 'SELECT * FROM ihio_delivery_check WHERE code = ?', code)
  if (check === null) throw new Refusal(refusals.invalid, 'کد چک نامعتبر است')
  if (check.username !== account.username) throw new Refusal(refusals.mismatch, 'کد چک با این معامله نمی‌خواند')
  return check
}

function packObjection({ db, now }: Call, check: DeliveryCheck, uid: string, count: number): keyof typeof packRefusals | null {
  const pack = one(db, Pack, 'SELECT * FROM ttac_packs WHERE uid = ?', uid)
  if (pack === null) return 'unknown'
  if (pack.state !== 'in-market') return pack.state
  if (pack.expiry < now.toISOString().slice(0, 10)) return 'expired'
  if (pack.generic_code !== check.generic_code) return 'mismatch'
  return count > pack.units ? 'tooFew' : null
}

/** Gives the packs of a delivery back to the market: it lapsed or was deleted. */
export function giveBack(db: DatabaseSync, delivery: string): void {
  const packs = db.prepare('SELECT DISTINCT uid FROM ihio_delivery_pack WHERE delivery = ?').all(delivery)
  for (const { uid } of packs) markInMarket(db, String(uid))
}

/** Once delivered through the insurer, and by no delivery that still stands. Packs sold elsewhere are not the insurer's to free. */
function isFreeAgain(db: DatabaseSync, uid: string): boolean {
  const states = db
    .prepare('SELECT state FROM ihio_delivery_pack JOIN ihio_delivery ON ihio_delivery.code = delivery WHERE uid = ?')
    .all(uid)
    .map((row) => String(row['state']))
  return states.length > 0 && states.every((state) => state === 'lapsed' || state === 'deleted')
}
