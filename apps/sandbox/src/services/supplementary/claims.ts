import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { careCoding, claimCoding, supplementaryRefusal } from '@noskhe/national-wire/supplementary'
import type { Claim as ClaimOnWire, ClaimRequest, ClaimState, ShareRequest, Shares } from '@noskhe/national-wire/supplementary'
import { one } from '../../database.ts'
import { leftOfLetter } from './letters.ts'
import { SupplementaryRefused, leftOf, requireTerm } from './policies.ts'
import type { Term } from './policies.ts'
import { shareLines } from './shares.ts'

const REVIEW_MINUTES = 60
const PAID_AFTER_HOURS = 72

interface Judged {
  term: Term
  left: number
  lines: { key: string; paid: number; rest: number }[]
}

type Question = Pick<ShareRequest, 'PersonID' | 'PolicyID' | 'HealthCareFacilityID' | 'Kind' | 'LetterID' | 'Services'>

/** What the company would pay on that moment. @throws SupplementaryRefused where it pays nothing at all. */
export function computeShares(db: DatabaseSync, moment: Date, question: Question): Shares {
  const { left, lines } = judge(db, moment, question)
  return { Left: left, Services: lines.map(({ key, paid, rest }) => ({ PKID: key, SupplementaryContribution: paid, PatientContribution: rest })) }
}

function judge(db: DatabaseSync, moment: Date, { PersonID, PolicyID, HealthCareFacilityID, Kind, LetterID, Services }: Question): Judged {
  const kind = careCoding.fromWire(Kind)
  if (kind === null) throw new SupplementaryRefused(supplementaryRefusal.notCovered, 'نوع خدمت شناخته نشد')
  const { term } = requireTerm(db, { person: PersonID, policy: PolicyID, kind, day: jalaliDay(moment) })
  const left = leftOf(db, term)
  if (left === 0) throw new SupplementaryRefused(supplementaryRefusal.ceilingUsed, 'از سقف تعهد این بیمه‌نامه چیزی نمانده است')
  const sum = Services.reduce((total, it) => total + it.PatientContribution, 0)
  if (LetterID === null && term.letter_above !== null && sum > term.letter_above) {
    throw new SupplementaryRefused(supplementaryRefusal.letterNeeded, 'برای این مبلغ، پیش از خدمت باید معرفی‌نامه گرفته شود')
  }
  const most = LetterID === null ? left : Math.min(left, leftOfLetter(db, moment, { id: LetterID, siamId: HealthCareFacilityID.ID, term }))
  const lines = shareLines(Services.map((it) => ({ key: it.PKID, patientPart: it.PatientContribution })), { percent: term.percent, left: most })
  return { term, left, lines }
}

const Claim = z.object({
  message_uid: z.string(), request: z.string(), claim_uid: z.string(), asked: z.int(), approved: z.int(), reason: z.string().nullable(), received_at: z.string(),
})
type Claim = z.infer<typeof Claim>

/**
 * Takes a claim in and holds what it approves of the ceiling: never more than was asked, or than the rules of the delivery's day
 * give. The same claim again is the same. @throws SupplementaryRefused
 */
export function saveClaim(db: DatabaseSync, now: Date, request: ClaimRequest): ClaimOnWire {
  const siamId = request.HealthCareFacilityID.ID
  const text = JSON.stringify(request)
  const before = findRow(db, siamId, request.MessageUID)
  if (before !== null) {
    if (before.request !== text) throw new SupplementaryRefused(supplementaryRefusal.conflict, 'با این شناسه مطالبهٔ دیگری رسیده است')
    return onWire(before, now)
  }
  const delivered = new Date(request.DeliveredAt)
  const asked = request.Services.reduce((sum, it) => sum + it.SupplementaryContribution, 0)
  const { term, approved, reason } = approve(db, delivered, request, asked)
  db.prepare('INSERT INTO sup_claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    request.MessageUID, siamId, text, randomUUID(), term.policy, term.kind, request.LetterID?.ID ?? null, jalaliDay(delivered), asked, approved, reason, now.toISOString(),
  )
  return findClaim(db, now, { siamId, messageUid: request.MessageUID })
}

/** A ceiling that others have used up meanwhile rejects the claim and is told as its standing; every other no refuses it. */
function approve(db: DatabaseSync, delivered: Date, request: ClaimRequest, asked: number): { term: Term; approved: number; reason: string | null } {
  try {
    const { term, lines } = judge(db, delivered, request)
    const given = new Map(lines.map((it) => [it.key, it.paid]))
    const approved = request.Services.reduce((sum, it) => sum + Math.min(it.SupplementaryContribution, given.get(it.PKID) ?? 0), 0)
    return { term, approved, reason: approved < asked ? 'بیش از تعهد یا ماندهٔ سقف این بیمه‌نامه است' : null }
  } catch (error) {
    if (!(error instanceof SupplementaryRefused) || error.code !== supplementaryRefusal.ceilingUsed) throw error
    const kind = careCoding.fromWire(request.Kind)
    if (kind === null) throw error
    const { term } = requireTerm(db, { person: request.PersonID, policy: request.PolicyID, kind, day: jalaliDay(delivered) })
    return { term, approved: 0, reason: error.message }
  }
}

/** @throws SupplementaryRefused where this centre has told of none under that id. */
export function findClaim(db: DatabaseSync, now: Date, { siamId, messageUid }: { siamId: string; messageUid: string }): ClaimOnWire {
  const found = findRow(db, siamId, messageUid)
  if (found === null) throw new SupplementaryRefused(supplementaryRefusal.unknown, 'مطالبه‌ای با این شناسه نرسیده است')
  return onWire(found, now)
}

const findRow = (db: DatabaseSync, siamId: string, messageUid: string) =>
  one(db, Claim, 'SELECT * FROM sup_claim WHERE siam_id = ? AND message_uid = ?', siamId, messageUid)

function onWire(it: Claim, now: Date): ClaimOnWire {
  const state = stateOf(it, now)
  const isReviewed = state !== 'received'
  return {
    MessageUID: it.message_uid,
    ClaimUID: it.claim_uid,
    State: claimCoding.toWire(state),
    Asked: it.asked,
    Approved: isReviewed ? it.approved : null,
    Reason: isReviewed ? it.reason : null,
  }
}

function stateOf({ received_at, asked, approved }: Claim, now: Date): ClaimState {
  const age = now.getTime() - Date.parse(received_at)
  if (age < REVIEW_MINUTES * 60_000) return 'received'
  if (approved === 0) return 'rejected'
  if (age >= PAID_AFTER_HOURS * 3_600_000) return 'paid'
  return approved < asked ? 'approved-in-part' : 'approved'
}
