import * as z from 'zod'
import type { BarcodeRequest } from '@noskhe/national-wire/tamin/pharmacy'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { one } from '../../database.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { Check } from './rows.ts'

type Asked = z.output<typeof BarcodeRequest>

const Pack = z.object({ generic_code: z.string(), expiry: z.string(), state: z.enum(['in-market', 'sold', 'recalled']), units: z.number() })

/** Whether a pack may be given for a check; it is then noted there. @throws Refusal */
export function inquireBarcode(call: Call, { checkId, uid, count }: Asked): true {
  const check = ownCheck(call, checkId)
  const pack = one(call.db, Pack, 'SELECT * FROM ttac_packs WHERE uid = ?', uid)
  if (pack === null) throw new Refusal(taminRefusal.packUnknown, 'بسته‌ای با این شناسه ثبت نشده است')
  if (pack.state === 'sold') throw new Refusal(taminRefusal.packSold, 'این بسته پیش‌تر فروخته شده است')
  if (pack.state === 'recalled') throw new Refusal(taminRefusal.packRecalled, 'این بسته فراخوان شده است')
  if (pack.expiry < call.now.toISOString().slice(0, 10)) throw new Refusal(taminRefusal.packExpired, 'تاریخ این بسته گذشته است')
  if (pack.generic_code !== check.generic_code) throw new Refusal(taminRefusal.packMismatch, 'این بسته از داروی این قلم نیست')
  if (count > pack.units) throw new Refusal(taminRefusal.packCount, `این بسته ${pack.units} واحد دارد`)
  call.db.prepare('INSERT OR REPLACE INTO tamin_inquiry VALUES (?, ?, ?)').run(check.id, uid, count)
  return true
}

/** Forgets the inquiry. A delivered pack comes back with its delivery, not here. @throws Refusal */
export function releaseBarcode(call: Call, { checkId, uid }: Asked): true {
  call.db.prepare('DELETE FROM tamin_inquiry WHERE check_id = ? AND uid = ?').run(ownCheck(call, checkId).id, uid)
  return true
}

/** @throws Refusal */
export function ownCheck({ db, account }: Call, id: string): Check {
  const check = one(db, Check, 'SELECT * FROM tamin_check WHERE id = ? AND username = ?', id, account.username)
  if (check === null) throw new Refusal(taminRefusal.checkUnknown, 'بررسی‌ای با این شناسه نیست')
  return check
}
