import type { Context } from '../../../context.ts'
import type { Refused } from '../../../national/payer/port.ts'
import type { ConnectedPayer } from '../../payers/index.ts'
import { askAbout, visitOf } from '../ask-payer.ts'
import { answerOf } from '../item-check.ts'
import { fingerprintOf } from '../order-item.ts'
import { keepAnswer } from '../store.ts'
import { type StoredItem, type StoredPrescription, ownKey } from '../stored.ts'

interface Lines {
  outcome: 'complete'
  visitRef: string
  /** The payer's names of all lines, in the order of the items. */
  checkRefs: string[]
}

/**
 * The payer's name of every line. Those about which it was silent before she signed are asked now, and so are all lines of
 * a private prescription: it is registered whole or not at all.
 * @throws NationalUnavailable | NationalUnreadable – nothing was registered.
 */
export async function completeLines(context: Context, connected: ConnectedPayer, it: StoredPrescription): Promise<Lines | Refused> {
  const visit = await visitOf(context, connected, it)
  if (visit.outcome === 'refused') return visit
  const { visitRef } = visit
  const refs = new Map(it.checkRefs)
  for (const item of it.items) {
    if (refs.has(item.key)) continue
    const named = await nameLine(context, connected, { it, item, visitRef, refs })
    if (typeof named !== 'string') return named
    refs.set(item.key, named)
  }
  return { outcome: 'complete', visitRef, checkRefs: it.items.flatMap(({ key }) => refs.get(key) ?? []) }
}

async function nameLine(
  { db, now }: Context,
  connected: ConnectedPayer,
  line: { it: StoredPrescription; item: StoredItem; visitRef: string; refs: ReadonlyMap<string, string> },
): Promise<string | Refused> {
  const { it, item } = line
  const { insurer, status } = it.prescription
  const verdict = await askAbout(connected, line)
  const fingerprint = fingerprintOf(item)
  const answer = answerOf(verdict, { insurer, quantity: item.quantity ?? 0, at: now() })
  if (fingerprint !== null) await keepAnswer(db, ownKey(it), { itemKey: item.key, fingerprint, status, answer })
  return answer.checkRef ?? notTaken(item, answer.check.messages.map(({ text }) => text))
}

/** A line that the payer does not take, in the form of a refusal of the whole. */
const notTaken = (item: StoredItem, said: readonly string[]): Refused => ({
  outcome: 'refused',
  reason: 'not-permitted',
  code: '',
  message: '',
  advice: `${item.name.fa}: ${said.join(' ')}`,
})
