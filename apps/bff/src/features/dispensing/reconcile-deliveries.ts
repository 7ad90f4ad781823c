import type { Resources } from '../../context.ts'
import { type Worker, repeat } from '../../background.ts'
import { inTransaction } from '../../db/transaction.ts'
import { recordForCentre } from '../audit/index.ts'
import { connectPayerFor } from '../payers/index.ts'
import { type Telling, backToPrepared, confirmAtPayer, markDelivered, step } from './hand-over.ts'
import { callFor } from './read-order.ts'
import { isSilence } from './refusals.ts'
import { releasePacks } from './release-packs.ts'
import { type StoredDelivery, advance, listUnsettled } from './store.ts'

const EVERY_MS = 3_000
/** Longer than both calls to the payer with their deadlines: whoever sent it has died. */
const DEAD_AFTER_MS = 120_000
const AT_ONCE = 50
/** The longer it has been unknown, the rarer it is asked: a tenth of its age, at most every five minutes. */
const ASK_AGAIN_SHARE = 0.1
const ASK_AGAIN_AT_MOST_MS = 300_000

/** Asks payers, again and again, what became of the deliveries whose answer was lost. */
export const startReconciling = (resources: Resources): Worker =>
  repeat('reconcile-deliveries', EVERY_MS, () => reconcileDeliveries(resources), resources.log)

/** One round. A delivery that cannot be settled now does not keep the others waiting. */
export async function reconcileDeliveries(resources: Resources): Promise<void> {
  const now = resources.now()
  const unsettled = await listUnsettled(resources.db, { sentBefore: new Date(now.getTime() - DEAD_AFTER_MS), limit: AT_ONCE })
  for (const { it } of unsettled.filter((each) => isDue(each, now))) {
    try {
      await settle(resources, await noteAsking(resources, it))
    } catch (error) {
      // Silence, an account taken away, or somebody settled it first: the next round asks again.
      resources.log.warn({ delivery: it.id, isSilence: isSilence(error), code: codeOf(error) }, 'delivery not settled yet')
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')

function isDue({ it, askedAt }: { it: StoredDelivery; askedAt: Date | null }, now: Date): boolean {
  if (!askedAt) return true
  const age = now.getTime() - Date.parse(it.sentAt ?? it.startedAt)
  return now.getTime() - askedAt.getTime() >= Math.min(age * ASK_AGAIN_SHARE, ASK_AGAIN_AT_MOST_MS)
}

/** Moves the revision on, so that of two processes one asks. */
const noteAsking = (resources: Resources, it: StoredDelivery): Promise<StoredDelivery> =>
  inTransaction(resources.db, (tx) => advance(tx, it, { askedAt: resources.now() }))

async function settle(resources: Resources, it: StoredDelivery): Promise<StoredDelivery> {
  const { centreId, dispenserId: personId } = it
  const telling: Telling = {
    ...resources,
    connected: await connectPayerFor(resources, it.ref.insurer, { centreId, personId }),
    trace: (tx, action) => recordForCentre(tx, { centreId, now: resources.now }, action, it.id),
  }
  const settled = it.deliveryRef === null ? await afterLostBeginning(telling, it) : await afterLostConfirmation(telling, it, it.deliveryRef)
  if (settled.state === 'refused') await releasePacks(telling, settled)
  return settled
}

/**
 * The first phase was told, and its answer lost. Without its ref nobody can ever confirm it, and an unconfirmed delivery
 * lapses at the payer: whatever it did, nothing was and nothing will be given by it. So the delivery may be handed over
 * again. With the same check refs that cannot count twice: a payer that did act refuses them («already used») until and
 * after the first one lapses, and then the dispenser is told to price the rest anew. We go back only on a clean answer of
 * the payer, so that nobody presses into an outage, and only while what is left still covers our lines.
 */
async function afterLostBeginning(telling: Telling, it: StoredDelivery): Promise<StoredDelivery> {
  const { payer, party } = telling.connected
  const answer = await payer.order({ ...callFor(party, it.ref), trackingCode: it.ref.trackingCode })
  if (answer.outcome === 'refused') return it
  const remaining = new Map(answer.order.items.map((item) => [item.checkRef, item.remaining]))
  const isCovered = it.lines.every((line) => !line.isGiven || (remaining.get(line.itemRef) ?? 0) >= line.quantity)
  if (isCovered) return backToPrepared(telling, it)
  const refusal = 'پاسخ بیمه نرسید و در این میان ماندهٔ نسخه کم شده است. چیزی به نام این تحویل ثبت نشد؛ مانده را ببینید و دوباره قیمت بگیرید.'
  return step(telling, it, { state: 'refused', refusal }, 'delivery.refused')
}

/**
 * The second phase was told, and its answer lost; or we died before telling it. Only a confirmed delivery is found. One that
 * is not found was not confirmed, and confirming it by its own ref counts once however often it is done.
 */
async function afterLostConfirmation(telling: Telling, it: StoredDelivery, deliveryRef: string): Promise<StoredDelivery> {
  const { payer, party } = telling.connected
  const known = await payer.findDelivery({ ...callFor(party, it.ref), deliveryRef })
  switch (known.outcome) {
    case 'delivered':
      return markDelivered(telling, it)
    case 'not-found':
      return confirmAtPayer(telling, it, deliveryRef)
    case 'deleted': {
      const refusal = 'این تحویل نزد بیمه حذف شده است. اگر دارو را داده‌اید، دوباره قیمت بگیرید و ثبت کنید.'
      return step(telling, it, { state: 'refused', refusal }, 'delivery.refused')
    }
    case 'refused':
      return it
  }
}
