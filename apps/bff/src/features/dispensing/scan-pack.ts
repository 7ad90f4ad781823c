import type { scanPack as contract } from '@noskhe/shared/dispensing/contract'
import { type DeliveryLine, type ScannedPack, unitsWithoutPack } from '@noskhe/shared/dispensing/order'
import type { PackLabel } from '@noskhe/shared/dispensing/pack-label'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Pack, Ttac } from '../../national/ttac/port.ts'
import { record } from '../audit/index.ts'
import { connectPayer } from '../payers/index.ts'
import { holdPack, letGo } from './own-custody.ts'
import { callFor } from './read-order.ts'
import { packRefusal } from './refusals.ts'
import { releaseQuietly } from './release-packs.ts'
import { type StoredDelivery, advance, checkRefsOf, find } from './store.ts'

/**
 * Puts a pack on its line. TTAC is asked first, and only `genuine` passes: its silence throws, and is never read as genuine
 * (A43, A64). The payer, where it wants to know each pack, is asked last, so that nothing we would refuse is held there;
 * where it does not, the pack is held at TTAC by us.
 */
export async function scanPack(context: Context, { id, lineId, label }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const delivery = await find(context.db, context.actor.at.centreId, id)
  if (delivery.state !== 'prepared') throw new Failure('delivery.wrong-status')
  const pack = await genuinePack(context.national.ttac, label)
  if (delivery.lines.some((it) => it.packs.some((known) => known.uid === pack.uid))) throw new Failure('pack.already-scanned')
  const line = lineFor(delivery.lines, pack, lineId)
  const scanned = { ...shownOf(pack), count: Math.min(pack.units, unitsWithoutPack(line)) }

  if (!line.needsPacks) return keepInOwnHand(context, delivery, line, scanned)
  const hold = { connected: await connectPayer(context, delivery.ref.insurer), checkRef: (await checkRefsOf(context.db, delivery)).get(line.id) }
  if (hold.checkRef === undefined) throw new Error(`Line ${line.id} is to be given but has no check ref`)
  const atPayer = { ...callFor(hold.connected.party, delivery.ref), checkRef: hold.checkRef, uid: pack.uid, count: scanned.count }
  const answer = await hold.connected.payer.inquirePack(atPayer)
  if (answer.outcome === 'refused') throw packRefusal(answer)
  try {
    return await keepPack(context, delivery, line, scanned)
  } catch (error) {
    // Another scan or the hand-over itself came first: what the payer now holds for us must not stay held.
    if (!(await hasPack(context, delivery, pack.uid))) await releaseQuietly(hold.connected, atPayer)
    throw error
  }
}

async function keepInOwnHand(context: Context, delivery: StoredDelivery, line: DeliveryLine, scanned: ScannedPack): Promise<StoredDelivery> {
  const inHand = { uid: scanned.uid, siamId: delivery.centreId }
  await holdPack(context.national.ttac, inHand)
  try {
    return await keepPack(context, delivery, line, scanned)
  } catch (error) {
    if (!(await hasPack(context, delivery, scanned.uid))) await letGo(context.national.ttac, inHand)
    throw error
  }
}

/** Whether the scan that came first was of this very pack: a hold has no owner but the centre, so that ours is then its. */
const hasPack = async ({ db }: Context, { centreId, id }: StoredDelivery, uid: string): Promise<boolean> =>
  (await find(db, centreId, id)).lines.some(({ packs }) => packs.some((it) => it.uid === uid))

async function genuinePack(ttac: Ttac, { kind, value }: PackLabel): Promise<Pack> {
  const answer = await (kind === 'uid' ? ttac.verifyPack(value) : ttac.verifyAuthCode(value))
  switch (answer.state) {
    case 'genuine':
      return answer.pack
    case 'unknown':
      throw new Failure('pack.unknown')
    case 'sold':
    case 'expired':
    case 'recalled':
      throw new Failure(`pack.${answer.state}`, { product: answer.pack.productName, batch: answer.pack.batch })
  }
}

/** The line a pack belongs to: by generic code or by licence (IRC), and one that still wants units. */
function lineFor(lines: readonly DeliveryLine[], pack: Pack, lineId: string | null): DeliveryLine {
  const fitting = lines.filter(
    (it) => it.isGiven && (lineId === null || it.id === lineId) && (it.code === pack.genericCode || it.code === pack.irc),
  )
  if (fitting.length === 0) throw new Failure('pack.wrong-product', { product: pack.productName })
  const wanting = fitting.find((it) => unitsWithoutPack(it) > 0)
  if (!wanting) throw new Failure('pack.not-needed', { product: pack.productName })
  return wanting
}

const shownOf = ({ uid, productName, batch, expiry, units }: Pack): Omit<ScannedPack, 'count'> => ({ uid, productName, batch, expiry, units })

const keepPack = (context: Context, delivery: StoredDelivery, line: DeliveryLine, pack: ScannedPack): Promise<StoredDelivery> =>
  inTransaction(context.db, async (tx) => {
    const lines = delivery.lines.map((it) => (it.id === line.id ? { ...it, packs: [...it.packs, pack] } : it))
    await record(tx, context, 'delivery.pack-verified', delivery.id, { line: line.id, uid: pack.uid, batch: pack.batch, count: pack.count })
    return advance(tx, delivery, { lines })
  })
