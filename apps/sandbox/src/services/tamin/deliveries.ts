import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import type { DeliverRequest, FindDeliveryReply } from '@noskhe/national-wire/tamin/pharmacy'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { all, one } from '../../database.ts'
import { markSold } from '../../packs.ts'
import { ownCheck } from './barcodes.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { requireOrder } from './counter.ts'
import { linesOf, remainingOf } from './kept.ts'
import { closeDelivery } from './lapse.ts'
import { Check, Delivery, Prescription, findItem, prescriptionsSql } from './rows.ts'

const HOUR = 3_600_000
const CHECK_HOURS = 2
const DELETION_DAYS = 10

type Asked = z.output<typeof DeliverRequest>
type Found = NonNullable<z.infer<typeof FindDeliveryReply>['data']>

/** First phase: holds the units and marks the packs sold, for ten minutes. @throws Refusal */
export function deliver(call: Call, siamId: string, { patient, trackingCode, checks }: Asked): { deliveryId: string } {
  const { db, now, account } = call
  const order = requireOrder(call, patient, trackingCode)
  const id = randomUUID()
  db.prepare('INSERT INTO tamin_delivery VALUES (?, ?, ?, ?, ?, ?, ?, NULL)').run(
    id, order.id, account.username, siamId, 'unconfirmed', jalaliDay(now), now.toISOString(),
  )
  for (const it of checks) give(call, { order, delivery: id, ...it })
  return { deliveryId: id }
}

/** Second phase: from now on it counts. Confirming twice is one confirmation. @throws Refusal */
export function confirm(call: Call, id: string): true {
  const delivery = ownDelivery(call, id)
  if (delivery === null || delivery.state === 'lapsed') throw new Refusal(taminRefusal.deliveryUnknown, 'تحویلی در انتظار تأیید با این شناسه نیست')
  if (delivery.state === 'deleted') throw new Refusal(taminRefusal.deliveryDeleted, 'این تحویل حذف شده است')
  if (delivery.state === 'unconfirmed') {
    call.db
      .prepare(`UPDATE tamin_delivery SET state = 'confirmed', confirmed_at = ?, day = ? WHERE id = ?`)
      .run(call.now.toISOString(), jalaliDay(call.now), id)
  }
  return true
}

/** Takes a delivery back for ten days: its units remain again and its packs are in the market. @throws Refusal */
export function remove(call: Call, id: string): true {
  const delivery = ownDelivery(call, id)
  if (delivery === null || delivery.state === 'lapsed') throw new Refusal(taminRefusal.deliveryUnknown, 'تحویلی با این شناسه نیست')
  if (delivery.state === 'deleted') throw new Refusal(taminRefusal.deliveryDeleted, 'این تحویل پیش‌تر حذف شده است')
  if (call.now.getTime() - Date.parse(delivery.created_at) > DELETION_DAYS * 24 * HOUR) {
    throw new Refusal(taminRefusal.deletionTooLate, 'حذف تحویل تنها تا ده روز ممکن است')
  }
  closeDelivery(call.db, id, 'deleted')
  return true
}

/** A delivery that was confirmed, even if deleted later. @throws Refusal */
export function findDelivery(call: Call, id: string): Found {
  const { db } = call
  const delivery = ownDelivery(call, id)
  const order = delivery && one(db, Prescription, `${prescriptionsSql} WHERE id = ?`, delivery.prescription)
  if (!delivery?.confirmed_at || !order) throw new Refusal(taminRefusal.deliveryUnknown, 'تحویل تأییدشده‌ای با این شناسه نیست')
  return {
    deliveryId: id,
    head_EPRSC_ID: String(order.id),
    comments: order.comments,
    isDeleted: delivery.state === 'deleted',
    writtenAt: order.created_at,
    deliveredAt: delivery.confirmed_at,
    lines: all(db, CheckOfDrug, checksOfDelivery, id).map((it) => ({
      drugName: findItem(db, it.ws_code)?.name ?? '',
      gSrvCode: it.generic_code,
      qty: it.qty,
      price: { total: it.total, organisation: it.organisation, subsidy: it.subsidy, patient: it.patient },
    })),
  }
}

const CheckOfDrug = Check.extend({ ws_code: z.string() })
const checksOfDelivery =
  'SELECT tamin_check.*, ws_code FROM tamin_check JOIN tamin_line ON tamin_line.id = line WHERE delivery = ? ORDER BY tamin_check.created_at, tamin_check.rowid'

const ownDelivery = ({ db, account }: Call, id: string) =>
  one(db, Delivery, 'SELECT * FROM tamin_delivery WHERE id = ? AND username = ?', id, account.username)

type Given = Asked['checks'][number] & { order: Prescription; delivery: string }

function give(call: Call, { order, delivery, checkId, packs }: Given): void {
  const { db, now } = call
  const check = ownCheck(call, checkId)
  if (check.delivery !== null) throw new Refusal(taminRefusal.checkUsed, 'این قلم پیش‌تر تحویل شده است')
  if (now.getTime() - Date.parse(check.created_at) > CHECK_HOURS * HOUR) throw new Refusal(taminRefusal.checkExpired, 'مهلت این بررسی گذشته است')
  const line = linesOf(db, order.id).find((it) => it.id === check.line)
  if (line === undefined) throw new Refusal(taminRefusal.lineUnknown, 'این قلم دیگر در نسخه نیست')
  if (check.qty > remainingOf(db, line)) throw new Refusal(taminRefusal.moreThanLeft, 'مجموع تحویل از تعداد تجویزشده بیشتر می‌شود')
  if (check.needs_barcode || packs.length > 0) sellPacks(call, { check, delivery, packs })
  db.prepare('UPDATE tamin_check SET delivery = ? WHERE id = ?').run(delivery, check.id)
}

function sellPacks({ db }: Call, { check, delivery, packs }: { check: Check; delivery: string; packs: Given['packs'] }): void {
  if (packs.reduce((sum, it) => sum + it.count, 0) !== check.qty) throw new Refusal(taminRefusal.packCount, 'مجموع بسته‌ها با تعداد قلم برابر نیست')
  for (const { uid, count } of packs) {
    const inquired = one(db, z.object({ count: z.number() }), 'SELECT count FROM tamin_inquiry WHERE check_id = ? AND uid = ?', check.id, uid)
    if (inquired === null || count > inquired.count) throw new Refusal(taminRefusal.packNotInquired, 'این بسته برای این قلم استعلام نشده است')
    if (!markSold(db, uid)) throw new Refusal(taminRefusal.packSold, 'این بسته پیش‌تر فروخته شده است')
    db.prepare('INSERT INTO tamin_delivered_pack VALUES (?, ?, ?, ?)').run(delivery, check.id, uid, count)
  }
}
