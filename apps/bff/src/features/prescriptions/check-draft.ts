import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { checkDraft as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { type ConnectedPayer, connectPayer } from '../payers/index.ts'
import { askAbout, isVisitOver, patientOf, visitOf } from './ask-payer.ts'
import { hasRunOut } from './confirmation.ts'
import { type ItemAnswer, answerOf, silent, unasked } from './item-check.ts'
import { fingerprintOf } from './order-item.ts'
import { heard } from '../../national/port.ts'
import { find, forgetVisit, keepAnswer, keepConfirmation, keyOf } from './store.ts'
import { type Key, type StoredItem, type StoredPrescription, ownKey } from './stored.ts'

/** After this no further item is asked about; those left are `not-checked`. A doctor waits for this, so it is short. */
const PATIENCE_MS = 12_000

/**
 * Asks the insurer about each finished item that changed since it was last asked, or that went unanswered (8-6, before
 * prescribing). Lines are asked one after the other, because each is judged alongside those before it. What was heard is
 * kept at once; a silence marks that item only.
 */
export async function checkDraft(context: Context, { id, revision }: Input<typeof contract>): Promise<Prescription> {
  const { actor, db } = context
  const key = keyOf(actor, id)
  const draft = await find(db, key)
  const { status, insurer } = draft.prescription
  if (status !== 'draft') throw new Failure('prescription.wrong-status', { status })
  if (draft.prescription.revision !== revision) throw new Failure('prescription.changed-elsewhere')
  const isWholeDue = insurer !== 'private' && needsWhole(context, draft)
  if (draft.items.every((item) => !needsAsking(context, draft, item)) && !isWholeDue) return draft.prescription

  if (insurer === 'private') {
    await keepAnswers(context, draft, async () => unasked(context.now()))
  } else {
    const connected = await connectPayer(context, insurer)
    const end = await keepAnswers(context, draft, await askInOrder(context, draft, connected))
    if (end === 'visit-over') await askUnderNewVisit(context, draft, connected)
    await confirmWhole(context, connected, key)
  }
  return (await find(db, key)).prescription
}

/**
 * A definite yes or no stands until the item changes or its confirmation by the rules runs out; a silence or a refusal to deal
 * with us is asked again.
 */
function needsAsking({ now }: Context, { prescription }: StoredPrescription, item: StoredItem): boolean {
  if (fingerprintOf(item) === null) return false
  const check = prescription.items.find(({ key }) => key === item.key)?.check ?? null
  return check === null || check.outcome === 'not-checked' || check.outcome === 'refused' || hasRunOut(check.confirmation, now())
}

type Ask = (item: StoredItem) => Promise<ItemAnswer | 'visit-over'>

async function keepAnswers(context: Context, draft: StoredPrescription, ask: Ask): Promise<'done' | 'visit-over'> {
  for (const item of draft.items.filter((it) => needsAsking(context, draft, it))) {
    const fingerprint = fingerprintOf(item)
    const answer = await ask(item)
    if (answer === 'visit-over') return answer
    if (fingerprint !== null) await keepAnswer(context.db, ownKey(draft), { itemKey: item.key, fingerprint, status: 'draft', answer })
  }
  return 'done'
}

async function askInOrder(context: Context, draft: StoredPrescription, connected: ConnectedPayer): Promise<Ask> {
  const { now } = context
  const { insurer } = draft.prescription
  const until = now().getTime() + PATIENCE_MS
  const visit = await heard(() => visitOf(context, connected, draft))
  const refs = new Map(draft.checkRefs)

  return async (item) => {
    if (visit === 'silence' || now().getTime() >= until) return silent(now())
    const verdict =
      visit.outcome === 'refused' ? visit : await heard(() => askAbout(connected, { it: draft, item, visitRef: visit.visitRef, refs }))
    if (verdict === 'silence') return silent(now())
    if (draft.visitRef !== null && isVisitOver(verdict)) return 'visit-over'
    const answer = answerOf(verdict, { insurer, quantity: item.quantity ?? 0, at: now() })
    if (answer.checkRef !== null) refs.set(item.key, answer.checkRef)
    return answer
  }
}

/** Every line of a visit that ran out is asked about again: its answers were given under that visit. */
async function askUnderNewVisit(context: Context, draft: StoredPrescription, connected: ConnectedPayer): Promise<void> {
  const key = ownKey(draft)
  if (draft.visitRef !== null) await forgetVisit(context.db, key, draft.visitRef)
  const again = await find(context.db, key)
  await keepAnswers(context, again, await askInOrder(context, again, connected))
}

/** Whether lines are confirmed of which the whole is not, or not any more. */
const needsWhole = ({ now }: Context, { prescription: { items, ruleConfirmation } }: StoredPrescription): boolean =>
  items.some(({ check }) => check?.confirmation !== undefined) && (ruleConfirmation === undefined || hasRunOut(ruleConfirmation, now()))

/**
 * The confirmation of the whole, once every line has one (9-1-4). A silence leaves it out: it is asked for again with the next
 * check, and by the payer's adapter when the prescription is registered.
 */
async function confirmWhole(context: Context, { payer, party }: ConnectedPayer, key: Key): Promise<void> {
  const it = await find(context.db, key)
  const { visitRef, checkRefs: named } = it
  const checkRefs = it.items.flatMap((item) => named.get(item.key) ?? [])
  if (!payer.confirmOrder || visitRef === null || checkRefs.length < it.items.length || !needsWhole(context, it)) return
  const ask = payer.confirmOrder({ party, patient: patientOf(it), visitRef, checkRefs })
  const answer = await heard(() => ask)
  if (answer !== 'silence' && answer.outcome === 'confirmed') await keepConfirmation(context.db, key, { ...answer.confirmation, checkRefs })
}
