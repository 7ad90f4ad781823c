import type { prepareDelivery as contract } from '@noskhe/shared/dispensing/contract'
import type { DeliveryLine, OrderRef } from '@noskhe/shared/dispensing/order'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import { type Shares, formatRial } from '@noskhe/shared/money'
import type { Context } from '../../context.ts'
import { newId } from '../../db/id.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { DeliveryVerdict, LinePrice, OrderedItem, PayerMessage } from '../../national/payer/port.ts'
import { record } from '../audit/index.ts'
import { type ConnectedPayer, connectPayer } from '../payers/index.ts'
import { callFor, readOrder } from './read-order.ts'
import { isSilence } from './refusals.ts'
import { addPrepared } from './store.ts'
import { type Cover, supplementaryShareOf } from './supplementary-share.ts'

type Wanted = { item: OrderedItem; quantity: number; unitPrice: number | null }

/** Prices the lines that are about to be given, by the payer's own rules at this moment (A62). Nothing is given yet. */
export async function prepareDelivery(context: Context, { ref, lines: asked }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const connected = await connectPayer(context, ref.insurer)
  const { order, patientName } = await readOrder(connected, ref)
  const wanted = matchLines(order.items, asked)
  const [visit, checked] = await Promise.all([visitOf(context, ref), checkLines(connected, ref, wanted)])
  const lines = checked.map((it) => it.line)

  const delivery = {
    id: newId(context.now().getTime()),
    centreId: context.actor.at.centreId,
    dispenserId: context.actor.personId,
    ref,
    patientName,
    hid: visit.hid,
    lines,
    supplementary: await supplementaryShareOf(context, { identity: ref.identity, cover: visit.cover, lines }),
    startedAt: context.now(),
  }
  const checkRefs = new Map(checked.flatMap(({ line, checkRef }) => (checkRef === null ? [] : [[line.id, checkRef] as const])))
  return inTransaction(context.db, async (tx) => {
    await record(tx, context, 'delivery.prepared', delivery.id, { insurer: ref.insurer, lines: checked.length, given: checkRefs.size })
    return addPrepared(tx, delivery, checkRefs)
  })
}

/** A line named twice is one line, at the last price. More than the payer says is left is refused before anything is asked. */
function matchLines(items: readonly OrderedItem[], asked: Input<typeof contract>['lines']): Wanted[] {
  const wanted = new Map<string, Wanted>()
  for (const { itemRef, quantity, unitPrice = null } of asked) {
    const item = items.find((it) => it.checkRef === itemRef)
    if (!item) throw new Failure('order.not-found', { itemRef })
    const sum = (wanted.get(itemRef)?.quantity ?? 0) + quantity
    if (sum > item.remaining) throw new Failure('delivery.quantity-exceeded', { itemRef, remaining: item.remaining })
    wanted.set(itemRef, { item, quantity: sum, unitPrice })
  }
  return [...wanted.values()]
}

interface Checked {
  line: DeliveryLine
  checkRef: string | null
}

/** One after another, each beside those before it: the payer judges a line in the company of the others. */
async function checkLines({ payer, party }: ConnectedPayer, ref: OrderRef, wanted: readonly Wanted[]): Promise<Checked[]> {
  const checked: Checked[] = []
  for (const { item, quantity, unitPrice } of wanted) {
    const verdict = await payer.checkDelivery({
      ...callFor(party, ref),
      trackingCode: ref.trackingCode,
      item: {
        orderRef: item.checkRef,
        code: item.code,
        count: quantity,
        consumption: item.consumption,
        instruction: item.instruction,
        note: item.note,
        periods: item.periods,
        unitPrice,
      },
      alongside: checked.flatMap((it) => it.checkRef ?? []),
    })
    checked.push(lineOf(item, quantity, verdict))
  }
  return checked
}

function lineOf(item: OrderedItem, quantity: number, verdict: DeliveryVerdict): Checked {
  const line = {
    id: newId(),
    itemRef: item.checkRef,
    code: item.code.value,
    name: item.name,
    quantity,
    prescribed: item.ordered,
    remainingBefore: item.remaining,
    packs: [],
  }
  if (verdict.outcome === 'refused') {
    const messages = [{ tone: 'rejection' as const, text: verdict.advice }]
    const refused = { outcome: verdict.outcome, isGiven: false, needsPacks: false, messages, maxCovered: null, shares: null }
    return { line: { ...line, ...refused }, checkRef: null }
  }
  const { outcome, checkRef, price, maxCovered, needsPackCheck } = verdict
  const messages = [...verdict.messages.map(said), ...(price ? discountOf(price) : [])]
  return {
    line: { ...line, outcome, isGiven: checkRef !== null, needsPacks: needsPackCheck, messages, maxCovered, shares: price && sharesOf(price) },
    checkRef,
  }
}

const said = ({ severity, text, rule }: PayerMessage) => ({ tone: severity, text, ...(rule && { rule }) })

/** What the two sides pay; a discount is paid by neither, and is told in words. */
const sharesOf = ({ insurerShare, patientShare }: LinePrice): Shares => ({ total: insurerShare + patientShare, insurerShare, patientShare })

const discountOf = ({ discount }: LinePrice) =>
  discount > 0 ? [{ tone: 'advisory' as const, text: `${formatRial(discount)} تخفیف از قیمت کم شده است.` }] : []

/**
 * The HID of this visit to the pharmacy, under which the service is registered (A63). Asked for again on the same day it is the
 * same one. Null where there is none to have, and where the service stayed silent: the screen shows that it is missing. The same
 * answer tells of a supplementary cover.
 */
async function visitOf({ actor, national }: Context, { insurer, identity }: OrderRef): Promise<{ hid: string | null; cover: Cover }> {
  if (insurer === 'private' || actor.councilNumber === null) return { hid: null, cover: null }
  try {
    const request = { identity, siamId: actor.at.centreId, councilNumber: actor.councilNumber, clientIp: actor.ip }
    const { hid, coverages } = await national.eligibility.check(request)
    const supplementary = coverages.find((it) => it.insurer === insurer)?.supplementary
    return { hid: hid?.insurer === insurer ? hid.value : null, cover: supplementary?.isValid ? { company: supplementary.name } : null }
  } catch (error) {
    if (!isSilence(error)) throw error
    return { hid: null, cover: 'unknown' }
  }
}
