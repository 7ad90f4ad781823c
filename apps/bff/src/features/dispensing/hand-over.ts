import { Failure } from '@noskhe/shared/failure'
import type { Resources } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { DeliveryLine, Refused } from '../../national/payer/port.ts'
import type { Action } from '../audit/index.ts'
import { type ConnectedPayer, councilNumberOf } from '../payers/index.ts'
import { queueSeal } from '../seals/index.ts'
import { tellRecord } from './for-record.ts'
import { callFor } from './read-order.ts'
import { isPassing, isSilence } from './refusals.ts'
import { releasePacks } from './release-packs.ts'
import { deliveryRecord } from './delivery-record.ts'
import { type Change, type StoredDelivery, advance, checkRefsOf } from './store.ts'

/** What telling the payer needs; `trace` writes the audit event, of a person or of nobody. */
export interface Telling extends Pick<Resources, 'db' | 'national' | 'now'> {
  connected: ConnectedPayer
  trace: (tx: Tx, action: Action) => Promise<void>
}

/**
 * Tells the payer of a delivery that is `sent`, in two phases. Only the second counts; the first answers the ref by which the
 * delivery can be asked for ever after, and that ref is stored before the second is begun.
 * @throws Failure `delivery.refused`; NationalUnavailable where nothing reached the payer, with the delivery `prepared` again.
 */
export async function handOver(telling: Telling, sent: StoredDelivery): Promise<StoredDelivery> {
  const { db } = telling
  const begun = await beginAtPayer(telling, sent)
  if (begun === 'lost') return step(telling, sent, { state: 'unknown' }, 'delivery.unknown')
  if (begun.outcome === 'refused') throw await refuseFirstPhase(telling, sent, begun)
  const referred = await inTransaction(db, (tx) => advance(tx, sent, { deliveryRef: begun.deliveryRef }))
  const told = await confirmAtPayer(telling, referred, begun.deliveryRef)
  if (told.state !== 'refused') return told
  await releasePacks(telling, told)
  throw new Failure('delivery.refused', { reason: told.refusal })
}

async function beginAtPayer(telling: Telling, sent: StoredDelivery) {
  const { payer, party } = telling.connected
  try {
    const call = { ...callFor(party, sent.ref), trackingCode: sent.ref.trackingCode }
    return await payer.deliver({ ...call, lines: await linesToGive(telling, sent) })
  } catch (error) {
    if (!isSilence(error)) throw error
    if (error.sent === 'maybe') return 'lost'
    await backToPrepared(telling, sent)
    throw error
  }
}

/** Packs are told where the payer asked for them; the others were verified for our own record. */
async function linesToGive({ db }: Telling, sent: StoredDelivery): Promise<DeliveryLine[]> {
  const checkRefs = await checkRefsOf(db, sent)
  return sent.lines.flatMap((line) => {
    const checkRef = checkRefs.get(line.id)
    if (!line.isGiven || checkRef === undefined) return []
    return [{ checkRef, packs: line.needsPacks ? line.packs.map(({ uid, count }) => ({ uid, count })) : [] }]
  })
}

/** A refusal of the moment (busy, signed out) leaves the delivery as it was, scanned packs and all; any other ends it. */
async function refuseFirstPhase(telling: Telling, sent: StoredDelivery, refused: Refused): Promise<Failure> {
  const failure = new Failure('delivery.refused', { reason: refused.advice, code: refused.code })
  if (isPassing(refused)) {
    await backToPrepared(telling, sent)
    return failure
  }
  const ended = await step(telling, sent, { state: 'refused', refusal: refused.advice }, 'delivery.refused')
  await releasePacks(telling, ended)
  return failure
}

/**
 * The second phase. Confirming the same ref twice is one confirmation, so that it may follow a lost answer; but a payer may
 * answer the second one with a refusal («already confirmed»), and therefore a refusal is believed only after asking.
 */
export async function confirmAtPayer(telling: Telling, it: StoredDelivery, deliveryRef: string): Promise<StoredDelivery> {
  const { payer, party } = telling.connected
  const call = { ...callFor(party, it.ref), deliveryRef }
  try {
    const answer = await payer.confirmDelivery(call)
    if (answer.outcome === 'confirmed') return markDelivered(telling, it)
    const known = await payer.findDelivery(call)
    if (known.outcome === 'delivered') return markDelivered(telling, it)
    // Neither yes nor no: our account could not be used, or the payer would not tell.
    if (isPassing(answer) || known.outcome === 'refused') return markUnknown(telling, it)
    return step(telling, it, { state: 'refused', refusal: answer.advice }, 'delivery.refused')
  } catch (error) {
    if (!isSilence(error)) throw error
    return markUnknown(telling, it)
  }
}

export async function markDelivered(telling: Telling, it: StoredDelivery): Promise<StoredDelivery> {
  const councilNumber = await councilNumberOf(telling.db, it.dispenserId)
  return inTransaction(telling.db, async (tx) => {
    const deliveredAt = telling.now()
    await telling.trace(tx, 'delivery.delivered')
    const delivered = await advance(tx, it, { state: 'delivered', deliveredAt, refusal: null })
    await tellRecord(tx, delivered, deliveredAt)
    const canonical = deliveryRecord(delivered, { councilNumber, deliveredAt: deliveredAt.toISOString() })
    await queueSeal(tx, { centreId: it.centreId, kind: 'delivery', subjectId: it.id, version: 1, canonical, at: deliveredAt })
    return delivered
  })
}

/** Written down once; asking on in vain is no event. */
const markUnknown = (telling: Telling, it: StoredDelivery): Promise<StoredDelivery> =>
  it.state === 'unknown' ? Promise.resolve(it) : step(telling, it, { state: 'unknown' }, 'delivery.unknown')

export const backToPrepared = (telling: Telling, it: StoredDelivery): Promise<StoredDelivery> =>
  step(telling, it, { state: 'prepared', sentAt: null }, 'delivery.returned')

export const step = (telling: Telling, it: StoredDelivery, change: Change, action: Action): Promise<StoredDelivery> =>
  inTransaction(telling.db, async (tx) => {
    await telling.trace(tx, action)
    return advance(tx, it, change)
  })
