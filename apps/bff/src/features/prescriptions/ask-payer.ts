import type { Context } from '../../context.ts'
import type { OrderVerdict, PayerPatient, Refused } from '../../national/payer/port.ts'
import type { ConnectedPayer } from '../payers/index.ts'
import { orderItemOf } from './order-item.ts'
import { keepVisit } from './store.ts'
import { type StoredItem, type StoredPrescription, ownKey } from './stored.ts'

const MOBILE = /^09\d{9}$/

/** Whom a payer is asked about. A number that she gave at her admission goes with it where text messages reach it. */
export const patientOf = ({ prescription, contactPhone }: StoredPrescription): PayerPatient => ({
  identity: prescription.patient.identity,
  ...(contactPhone !== null && MOBILE.test(contactPhone) && { mobile: contactPhone }),
})

/**
 * The payer's name of the visit, asked for once in the life of a prescription. Of two who ask at the same time the first
 * one stored is used by both.
 */
export async function visitOf(
  { db }: Pick<Context, 'db'>,
  { payer, party }: ConnectedPayer,
  it: StoredPrescription,
): Promise<{ outcome: 'opened'; visitRef: string } | Refused> {
  if (it.visitRef !== null) return { outcome: 'opened', visitRef: it.visitRef }
  const opened = await openVisit({ payer, party }, it)
  if (opened.outcome === 'refused') return opened
  return { outcome: 'opened', visitRef: await keepVisit(db, ownKey(it), opened.visitRef) }
}

/** Where a referral is answered, the payer's visit is the one that the referral opens. */
function openVisit({ payer, party }: ConnectedPayer, it: StoredPrescription) {
  const call = { party, patient: patientOf(it) }
  const act = it.act?.act
  if (act?.kind !== 'feedback' || !payer.referral) return payer.openVisit(call)
  return payer.referral.openVisit({ ...call, trackingCode: act.referral.trackingCode })
}

/**
 * Asks about one finished line, alongside the others that the payer already has.
 * @throws NationalUnavailable | NationalUnreadable
 */
export async function askAbout(
  { payer, party }: ConnectedPayer,
  { it, item, visitRef, refs }: { it: StoredPrescription; item: StoredItem; visitRef: string; refs: ReadonlyMap<string, string> },
): Promise<OrderVerdict> {
  const order = orderItemOf(item)
  if (order === null) throw new TypeError('An unfinished item is not asked about')
  const alongside = [...refs].flatMap(([key, ref]) => (key === item.key ? [] : [ref]))
  return payer.checkOrder({ party, patient: patientOf(it), visitRef, item: order, alongside })
}

/** The payer has closed the visit or forgotten it (IHIO keeps a SAMAD for a day): the lines may be taken under a new one. */
export const isVisitOver = (answer: OrderVerdict | Refused): boolean =>
  answer.outcome === 'refused' && ['expired', 'archived', 'not-found'].includes(answer.reason)
