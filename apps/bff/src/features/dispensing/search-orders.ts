import type { searchOrders as contract } from '@noskhe/shared/dispensing/contract'
import type { OrderRef, OrderSummary, Unanswered } from '@noskhe/shared/dispensing/order'
import { type SearchKind, recognise } from '@noskhe/shared/dispensing/recognise'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import { Identity } from '@noskhe/shared/identifiers'
import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { LocatedPrescription } from '../../national/locate/port.ts'
import { record } from '../audit/index.ts'
import { type ConnectedPayer, connectPayer } from '../payers/index.ts'
import { callFor, orderOf, readOrder, summaryOf } from './read-order.ts'
import { isSilence, meansNone } from './refusals.ts'

interface Found {
  orders: OrderSummary[]
  unanswered: Unanswered[]
}

const nothing: Found = { orders: [], unanswered: [] }

/**
 * Finds prescriptions by whatever the patient brought (A60). Each reading of the text is tried, most likely first, until one
 * finds something. Who was asked and told nothing is in `unanswered`; «not found» is said only when everybody answered.
 * @throws Failure `order.not-found` | `order.hid-not-valid`
 */
export async function searchOrders(context: Context, { text: typed, identity }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { text, kinds } = recognise(typed)
  const [likeliest] = kinds
  if (!likeliest) throw new Failure('order.not-found')
  const unanswered: Unanswered[] = []
  let found = { foundBy: likeliest, orders: [] as OrderSummary[] }
  for (const kind of kinds) {
    const answer = await lookUp(context, kind, text, identity)
    unanswered.push(...answer.unanswered)
    if (answer.orders.length === 0) continue
    found = { foundBy: kind, orders: answer.orders }
    break
  }
  const detail = { by: found.foundBy, found: found.orders.length, unanswered: unanswered.length }
  await inTransaction(context.db, (tx) => record(tx, context, 'order.looked-up', null, detail))
  if (found.orders.length === 0 && unanswered.length === 0) throw new Failure('order.not-found')
  return { ...found, unanswered }
}

function lookUp(context: Context, kind: SearchKind, text: string, identity: Identity | null): Promise<Found> {
  switch (kind) {
    case 'national-code':
    case 'fida':
      return byPerson(context, Identity.parse({ kind, value: text }))
    case 'hid':
      return byHid(context, text)
    case 'tracking-code':
      return byTrackingCode(context, text, identity)
  }
}

/** Every connected insurer is asked, whoever covers her today: an order outlives a change of insurer. */
async function byPerson(context: Context, identity: Identity): Promise<Found> {
  const insurers = Object.keys(context.national.payers) as InsurerCode[]
  return together(
    insurers.map((insurer) =>
      ask(context, insurer, async ({ payer, party }) => {
        const answer = await payer.openOrders(callFor(party, { identity }))
        if (answer.outcome === 'found') {
          return { ...nothing, orders: answer.orders.map((it) => summaryOf({ insurer, identity, trackingCode: it.trackingCode }, it)) }
        }
        return meansNone(answer) ? nothing : { ...nothing, unanswered: [{ who: insurer, reason: 'refused', advice: answer.advice }] }
      }),
    ),
  )
}

/** A received HID is verified at the national base before anything is served on it (A61). */
const byHid = (context: Context, hid: string): Promise<Found> =>
  orSilent('national', async () => {
    const verified = await context.national.eligibility.verifyHid(hid)
    if (verified.outcome === 'unknown') return nothing
    if (verified.outcome !== 'valid') throw new Failure('order.hid-not-valid', { state: verified.outcome })
    return readAll(context, await context.national.locate.byHid(hid))
  })

/** A short tracking code may be several patients'; the identity, where it was given, tells which. */
const byTrackingCode = (context: Context, trackingCode: string, identity: Identity | null): Promise<Found> =>
  orSilent('national', async () => {
    const located = await context.national.locate.byTrackingCode(trackingCode)
    return readAll(context, identity ? located.filter((it) => it.identity.value === identity.value) : located)
  })

const readAll = async (context: Context, located: readonly LocatedPrescription[]): Promise<Found> =>
  together(located.flatMap((it) => refOf(it) ?? []).map((ref) => readOne(context, ref)))

/** Null for a patient known by an insurance code only: newborns of an insurer that has no contract for us to speak. */
function refOf({ insurer, identity, trackingCode }: LocatedPrescription): OrderRef | null {
  const parsed = Identity.safeParse(identity)
  return parsed.success ? { insurer, identity: parsed.data, trackingCode } : null
}

const readOne = (context: Context, ref: OrderRef): Promise<Found> =>
  ask(context, ref.insurer, async (connected) => {
    try {
      return { ...nothing, orders: [orderOf(ref, await readOrder(connected, ref), context.now())] }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'order.not-found') return nothing
      return { ...nothing, unanswered: [{ who: ref.insurer, reason: 'refused', advice: String(error.detail['reason'] ?? '') }] }
    }
  })

/** Asks one insurer; without an account there, without a connection and in silence it becomes an answer of its own. */
async function ask(context: Context, insurer: InsurerCode, look: (connected: ConnectedPayer) => Promise<Found>): Promise<Found> {
  try {
    const connected = await connectPayer(context, insurer)
    return await orSilent(insurer, () => look(connected))
  } catch (error) {
    if (!(error instanceof Failure) || (error.code !== 'payer.account-missing' && error.code !== 'payer.not-connected')) throw error
    return { ...nothing, unanswered: [{ who: insurer, reason: 'no-account', advice: null }] }
  }
}

async function orSilent(who: Unanswered['who'], look: () => Promise<Found>): Promise<Found> {
  try {
    return await look()
  } catch (error) {
    if (!isSilence(error)) throw error
    return { ...nothing, unanswered: [{ who, reason: 'silent', advice: null }] }
  }
}

async function together(asked: readonly Promise<Found>[]): Promise<Found> {
  const answers = await Promise.all(asked)
  const unanswered = answers.flatMap((it) => it.unanswered)
  return {
    orders: answers.flatMap((it) => it.orders),
    unanswered: unanswered.filter((it, place) => unanswered.findIndex((other) => other.who === it.who) === place),
  }
}
