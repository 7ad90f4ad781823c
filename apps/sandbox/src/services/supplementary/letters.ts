import { randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { toDoDate } from '@noskhe/national-wire/data-objects'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { careCoding, letterCoding, letterIdentifier, supplementaryRefusal } from '@noskhe/national-wire/supplementary'
import type { Letter as LetterOnWire, LetterRequest } from '@noskhe/national-wire/supplementary'
import { one } from '../../database.ts'
import { SupplementaryRefused, leftOf, requireTerm } from './policies.ts'
import type { Term } from './policies.ts'

const VALID_DAYS = 30
/** An expert looks at the large ones. */
const EXAMINED_MINUTES = 30
const DAY_MS = 86_400_000

const Letter = z.object({
  message_uid: z.string(), siam_id: z.string(), request: z.string(), number: z.string(), policy: z.string(), kind: z.string(), ceiling: z.int(),
  refusal: z.string().nullable(), asked_at: z.string(), decided_at: z.string(), company: z.string(),
})
type Letter = z.infer<typeof Letter>

const select = 'SELECT sup_letter.*, sup_policy.company FROM sup_letter JOIN sup_policy ON sup_policy.number = sup_letter.policy'

/** Decides at once, or after an expert has looked; the same request again is the same letter. @throws SupplementaryRefused */
export function requestLetter(db: DatabaseSync, now: Date, request: LetterRequest): LetterOnWire {
  const siamId = request.HealthCareFacilityID.ID
  const text = JSON.stringify(request)
  const before = findRow(db, siamId, request.MessageUID)
  if (before !== null) {
    if (before.request !== text) throw new SupplementaryRefused(supplementaryRefusal.conflict, 'با این شناسه درخواست دیگری رسیده است')
    return onWire(before, now)
  }
  const kind = careCoding.fromWire(request.Kind)
  if (kind === null) throw new SupplementaryRefused(supplementaryRefusal.notCovered, 'نوع خدمت شناخته نشد')
  const { policy, term } = requireTerm(db, { person: request.PersonID, policy: request.PolicyID, kind, day: jalaliDay(now) })
  const left = leftOf(db, term)
  const rest = request.Estimate > term.examined_above ? EXAMINED_MINUTES * 60_000 : 0
  db.prepare('INSERT INTO sup_letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    request.MessageUID, siamId, text, String(randomInt(10_000_000, 99_999_999)), policy.number, kind,
    Math.min(left, Math.floor((request.Estimate * term.percent) / 100)), left === 0 ? 'از سقف تعهد این بیمه‌نامه چیزی نمانده است' : null,
    now.toISOString(), new Date(now.getTime() + rest).toISOString(),
  )
  return findLetter(db, now, { siamId, messageUid: request.MessageUID })
}

/** @throws SupplementaryRefused where this centre has asked for none under that id. */
export function findLetter(db: DatabaseSync, now: Date, { siamId, messageUid }: { siamId: string; messageUid: string }): LetterOnWire {
  const found = findRow(db, siamId, messageUid)
  if (found === null) throw new SupplementaryRefused(supplementaryRefusal.unknown, 'درخواستی با این شناسه نرسیده است')
  return onWire(found, now)
}

const findRow = (db: DatabaseSync, siamId: string, messageUid: string) => one(db, Letter, `${select} WHERE siam_id = ? AND message_uid = ?`, siamId, messageUid)

function onWire(it: Letter, now: Date): LetterOnWire {
  const state = it.decided_at > now.toISOString() ? 'pending' : it.refusal === null ? 'issued' : 'refused'
  const isIssued = state === 'issued'
  return {
    MessageUID: it.message_uid,
    State: letterCoding.toWire(state),
    LetterID: isIssued ? letterIdentifier(it.company, it.number) : null,
    Until: isIssued ? toDoDate(lastDayOf(it)) : null,
    Ceiling: isIssued ? it.ceiling : null,
    Reason: state === 'pending' ? 'درخواست در دست بررسی کارشناس است' : it.refusal,
  }
}

const lastDayOf = (it: Letter): string => jalaliDay(new Date(Date.parse(it.decided_at) + VALID_DAYS * DAY_MS))

const Used = z.object({ sum: z.int() })

/**
 * What may still be paid under a letter, which must be issued, of this centre, policy and kind, and hold on that moment.
 * @throws SupplementaryRefused `letterNeeded` for any other.
 */
export function leftOfLetter(db: DatabaseSync, moment: Date, { id, siamId, term }: { id: DoIdentifier; siamId: string; term: Term }): number {
  const it = one(db, Letter, `${select} WHERE sup_letter.number = ?`, id.ID)
  const isGood =
    it !== null && it.siam_id === siamId && it.policy === term.policy && it.kind === term.kind && it.refusal === null
    && it.decided_at <= moment.toISOString() && lastDayOf(it) >= jalaliDay(moment)
  if (!isGood) throw new SupplementaryRefused(supplementaryRefusal.letterNeeded, 'این معرفی‌نامه برای این خدمت معتبر نیست')
  const used = one(db, Used, 'SELECT COALESCE(SUM(approved), 0) AS sum FROM sup_claim WHERE letter = ?', id.ID)
  return it.ceiling - (used?.sum ?? 0)
}
