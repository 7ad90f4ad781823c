import type { Delivery } from '@noskhe/shared/dispensing/order'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NationalUnavailable } from '../../national/port.ts'
import { emptyOutbox } from '../../outbox/worker.ts'
import { tellersOf } from '../record/index.ts'
import { abandonDelivery } from './abandon-delivery.ts'
import { findDelivery } from './find-delivery.ts'
import { scanPack } from './scan-pack.ts'
import { Counter, item, pack } from './testing/counter.ts'
import { refusal } from './testing/memory-payer.ts'

let counter: Counter
let prepared: Delivery
let number = 0
const uids = ['12345012345678901234', '12345012345678901235', '12345012345678901236'] as const

beforeAll(async () => {
  counter = await Counter.open()
})
afterAll(() => counter.close())
beforeEach(async () => {
  number += 1
  counter.packs.clear()
  counter.payer.refusesPack = null
  counter.payer.calls.length = 0
  counter.payer.held.clear()
  counter.payer.wantsPacks.add('60001')
  const ref = counter.order(`1${number}`.padStart(5, '0'), [item('60001', 42), item('60002', 10)])
  prepared = await counter.prepare(ref, { 60001: 42, 60002: 10 })
})

const scan = (uid: string, lineId: string | null = null) => scanPack(counter.context, { id: prepared.id, lineId, label: { kind: 'uid', value: uid } })
const packsNow = async () => (await findDelivery(counter.context, { id: prepared.id })).lines.map((it) => it.packs)

test('a genuine pack lands on the line of its generic code, and the payer holds it', async () => {
  counter.packs.set(uids[0], pack('60001', 30, uids[0]))
  const { lines } = await scan(uids[0])
  expect(lines.map((it) => it.packs)).toEqual([[expect.objectContaining({ uid: uids[0], units: 30, count: 30 })], []])
  expect(counter.payer.held.size).toBe(1)
})

test('packs fill a line up to its quantity; the one too many is not needed', async () => {
  for (const uid of uids) counter.packs.set(uid, pack('60001', 30, uid))
  await scan(uids[0])
  const { lines } = await scan(uids[1])
  expect(lines[0]?.packs.map((it) => it.count)).toEqual([30, 12])
  await expect(scan(uids[2])).rejects.toMatchObject({ code: 'pack.not-needed' })
})

test.each(['sold', 'expired', 'recalled'] as const)('a pack that is %s is refused as such and the payer is not asked', async (state) => {
  const answer = pack('60001', 30, uids[0])
  if (answer.state === 'unknown') throw new Error('not a pack')
  counter.packs.set(uids[0], { ...answer, state })
  await expect(scan(uids[0])).rejects.toMatchObject({ code: `pack.${state}` })
  expect(await packsNow()).toEqual([[], []])
  expect(counter.payer.calls).not.toContain('inquirePack')
})

test('a pack that TTAC does not know is refused', async () => {
  await expect(scan(uids[0])).rejects.toMatchObject({ code: 'pack.unknown' })
})

test('silence of TTAC is not genuine', async () => {
  counter.packs.set(uids[0], new NationalUnavailable('ttac', { sent: 'maybe', timedOut: true }))
  await expect(scan(uids[0])).rejects.toBeInstanceOf(NationalUnavailable)
  expect(await packsNow()).toEqual([[], []])
})

test('a pack of another drug is refused, and so is the right drug for the wrong line', async () => {
  counter.packs.set(uids[0], pack('60009', 30, uids[0]))
  counter.packs.set(uids[1], pack('60001', 30, uids[1]))
  await expect(scan(uids[0])).rejects.toMatchObject({ code: 'pack.wrong-product' })
  await expect(scan(uids[1], prepared.lines[1]?.id)).rejects.toMatchObject({ code: 'pack.wrong-product' })
})

test('the same pack is not taken twice, by its UID or by the code under its scratch layer', async () => {
  counter.packs.set(uids[0], pack('60001', 20, uids[0]))
  counter.packs.set('9876543210987654', pack('60001', 20, uids[0]))
  await scan(uids[0])
  await expect(scan(uids[0])).rejects.toMatchObject({ code: 'pack.already-scanned' })
  const label = { kind: 'auth-code' as const, value: '9876543210987654' }
  await expect(scanPack(counter.context, { id: prepared.id, lineId: null, label })).rejects.toMatchObject({ code: 'pack.already-scanned' })
})

test('a pack that the payer refuses is not taken, in the words of its reason', async () => {
  counter.packs.set(uids[0], pack('60001', 30, uids[0]))
  counter.payer.refusesPack = refusal('pack-recalled')
  await expect(scan(uids[0])).rejects.toMatchObject({ code: 'pack.recalled' })
  expect(await packsNow()).toEqual([[], []])
})

describe('where the payer wants no packs', () => {
  beforeEach(() => {
    counter.custody.length = 0
    counter.heldElsewhere.clear()
    counter.losesSale = false
    counter.packs.set(uids[0], pack('60002', 10, uids[0]))
  })
  const held = `hold ${uids[0]} SIAM-A`
  const sellRound = () => emptyOutbox(counter.context, tellersOf(counter.context))

  test('one is held at TTAC by us, and the payer is not asked', async () => {
    await scan(uids[0])
    expect((await packsNow())[1]).toHaveLength(1)
    expect([counter.custody, counter.payer.calls.includes('inquirePack')]).toEqual([[held], false])
  })

  test('one that another centre has in hand is refused', async () => {
    counter.heldElsewhere.add(uids[0])
    await expect(scan(uids[0])).rejects.toMatchObject({ code: 'pack.held-elsewhere' })
    expect(await packsNow()).toEqual([[], []])
  })

  test('it goes back to the market when nothing comes of the delivery', async () => {
    await scan(uids[0])
    await abandonDelivery(counter.context, { id: prepared.id })
    expect(counter.custody).toEqual([held, `give back ${uids[0]} SIAM-A unsold`])
  })

  test('it goes back when the payer refuses the delivery', async () => {
    await scan(uids[0])
    for (const uid of [uids[1], uids[2]]) {
      counter.packs.set(uid, pack('60001', 30, uid))
      await scan(uid)
    }
    counter.payer.refusesDelivery = refusal('over-ceiling')
    await expect(counter.confirm(prepared)).rejects.toMatchObject({ code: 'delivery.refused' })
    counter.payer.refusesDelivery = null
    expect(counter.custody).toEqual([held, `give back ${uids[0]} SIAM-A unsold`])
  })

  test('it is sold under the name of the delivery once that is confirmed, and a lost answer is told again', async () => {
    await scan(uids[0])
    for (const uid of [uids[1], uids[2]]) {
      counter.packs.set(uid, pack('60001', 30, uid))
      await scan(uid)
    }
    await counter.confirm(prepared)
    counter.losesSale = true
    await sellRound()
    const sale = { kind: 'ttac.sale', subjectId: prepared.id }
    expect(await counter.db.outboxMessage.findMany({ where: sale })).toMatchObject([{ state: 'waiting', failure: 'silent' }])
    counter.losesSale = false
    counter.now = new Date(counter.now.getTime() + 60_000)
    await sellRound()
    expect(counter.custody).toEqual([held, `sell ${uids[0]} SIAM-A ${prepared.id}`])
    expect(await counter.db.outboxMessage.findMany({ where: sale })).toMatchObject([{ state: 'delivered' }])
  })
})

test('of two scans at once none is lost: one is kept, the other is told and its pack freed', async () => {
  for (const uid of uids) counter.packs.set(uid, pack('60001', 20, uid))
  const ends = await Promise.allSettled([scan(uids[0]), scan(uids[1])])
  const kept = ends.filter((it) => it.status === 'fulfilled').length
  expect(kept).toBeGreaterThan(0)
  expect((await packsNow())[0]).toHaveLength(kept)
  expect(counter.payer.held.size).toBe(kept)
})

/** Scans one pack twice, each scan held before either is kept. */
async function scanTwiceAtOnce(uid: string) {
  const bothHold = Promise.withResolvers<undefined>()
  let holds = 0
  async function hold<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const held = await answer
    holds += 1
    if (holds === 2) bothHold.resolve(undefined)
    await bothHold.promise
    return held
  }
  const { ttac } = counter.national
  const { salamat } = counter.national.payers
  if (!salamat) throw new Error('no payer')
  const national = {
    ...counter.national,
    ttac: { ...ttac, hold: (it: Parameters<typeof ttac.hold>[0]) => hold(ttac.hold(it)) },
    payers: { salamat: { ...salamat, inquirePack: (it: Parameters<typeof salamat.inquirePack>[0]) => hold(salamat.inquirePack(it)) } },
  }
  const once = () => scanPack({ ...counter.context, national }, { id: prepared.id, lineId: null, label: { kind: 'uid', value: uid } })
  return Promise.allSettled([once(), once()])
}

test.each([['at the payer', '60001'], ['by us', '60002']])('a pack that is scanned twice at once is on the delivery once, and stays held %s', async (_, code) => {
  counter.packs.set(uids[0], pack(code, 10, uids[0]))
  counter.custody.length = 0
  expect((await scanTwiceAtOnce(uids[0])).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await packsNow()).flat()).toHaveLength(1)
  expect(counter.payer.held.size).toBe(code === '60001' ? 1 : 0)
  expect(counter.custody.filter((it) => it.startsWith('give back'))).toEqual([])
})

test('after the hand-over no pack is taken', async () => {
  for (const uid of uids) counter.packs.set(uid, pack('60001', 30, uid))
  await scan(uids[0])
  await scan(uids[1])
  await counter.confirm(prepared)
  await expect(scan(uids[2])).rejects.toMatchObject({ code: 'delivery.wrong-status' })
})
