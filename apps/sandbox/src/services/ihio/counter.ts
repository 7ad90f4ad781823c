import * as z from 'zod'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isPrintCode } from './codes.ts'
import { linesOf, prescriptionByTracking } from './lines.ts'
import { offersOf } from './offers.ts'
import { all } from './rows.ts'
import type { Account, Partner } from './rows.ts'
import { citizenOf, nameOf, partnersOf, partyOf, patientOf } from './sessions.ts'

/**
 * «The queue of prescriptions waiting for delivery». The contract does not say what puts one there; here: that the
 * insured person stands at this pharmacy (her session is open there), or `queue/prescription/send`.
 */
export const counterEndpoints: Endpoints<'deliver/queue/fetch' | 'deliver/queue/prescription/send'> = {
  'deliver/queue/fetch': {
    invalid: -26301,
    run(call, { cpartySessionId }) {
      const account = partyOf(call, cpartySessionId)
      const partner = pharmacyOf(call, account)
      const waiting = partner === null ? [] : waitingAt(call, account, partner).filter((it) => owes(call, it.samad, partner))
      if (waiting.length === 0) throw new Refusal(-26301, 'داده‌ای در صف تحویل وجود ندارد')
      return waiting.map((it) => {
        const { firstName, lastName } = nameOf(it.national_number)
        return {
          trackingCode: it.tracking_code,
          memberNN: it.national_number,
          fullName: `${firstName} ${lastName}`,
          gender: patientOf(it.national_number)?.gender === 'male' ? 'M' : 'F',
        }
      })
    },
  },

  'deliver/queue/prescription/send': {
    invalid: -25241,
    run(call, { cpartySessionId, citizenSessionId, trackingCode }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      if (!isPrintCode(trackingCode)) throw new Refusal(-25241, 'شمارهٔ چاپ ارسال‌شده معتبر نیست')
      const saved = prescriptionByTracking(call.db, citizen.national_number, trackingCode)
      if (saved === null) throw new Refusal(-25301, 'شناسهٔ چاپ/رهگیری مرتبط با این بیمه‌شده نیست')
      const partner = pharmacyOf(call, account)
      if (partner === null || !partner.has_contract) throw new Refusal(-25402, 'این مرکز به این نسخه دسترسی ندارد')
      if (!owes(call, saved.samad, partner)) throw new Refusal(-25401, 'خدمتی برای این شناسهٔ رهگیری در این مرکز درخواست نشده است')
      const { changes } = call.db.prepare('INSERT OR IGNORE INTO ihio_queue VALUES (?, ?)').run(saved.samad, partner.id)
      if (changes === 0) throw new Refusal(-25303, 'نسخه اکنون در صف تحویل است')
      return undefined
    },
  },
}

/** Whether the partner could still hand over something of this prescription. */
function owes({ db }: Call, samad: string, partner: Partner): boolean {
  const offers = offersOf(db, partner)
  return linesOf(db, samad).some((line) => line.delivered < line.count && offers.includes(line.type_id))
}

const Waiting = z.object({ samad: z.string(), tracking_code: z.string(), national_number: z.string() })

const waitingAt = ({ db, now }: Call, account: Account, partner: Partner) =>
  all(
    db,
    Waiting,
    `SELECT samad, tracking_code, national_number FROM ihio_prescription
     WHERE national_number IN (SELECT national_number FROM ihio_citizen_session WHERE username = ? AND expires_at > ?)
        OR samad IN (SELECT samad FROM ihio_queue WHERE partner_id = ?)
     ORDER BY created_at DESC LIMIT 200`,
    account.username,
    now.toISOString(),
    partner.id,
  )

const pharmacyOf = (call: Call, account: Account): Partner | null => partnersOf(call, account).find((it) => it.kind === 'pharmacy') ?? null
