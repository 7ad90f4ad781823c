import type { Request } from 'express'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerOnce } from '../../http/once.ts'
import { NationalUnavailable } from '../../national/port.ts'
import { abandonDelivery } from './abandon-delivery.ts'
import { findDelivery } from './find-delivery.ts'
import { findOrder } from './find-order.ts'
import { listDeliveries } from './list-deliveries.ts'
import { Counter, item, pack } from './testing/counter.ts'
import { refusal } from './testing/memory-payer.ts'
import { scanPack } from './scan-pack.ts'

let counter: Counter
let number = 0
const uid = '12345012345678901234'

beforeAll(async () => {
  counter = await Counter.open()
})
afterAll(() => counter.close())
beforeEach(() => {
  number += 1
  counter.centreLicence = { state: 'active', reason: null, validUntil: '2029-09-21' }
  Object.assign(counter.payer, { refusesDelivery: null, isSilent: false })
  counter.payer.refusals.clear()
  counter.payer.wantsPacks.clear()
  counter.payer.held.clear()
  counter.payer.calls.length = 0
})

const given = (ordered = 20) => {
  const line = item(`6000${number}`, ordered)
  return { line, code: line.code.value, ref: counter.order(`0090${number}`, [line]) }
}
const reload = (id: string) => findDelivery(counter.context, { id })

test('half is given, then the rest, and then nothing is left', async () => {
  const { line, code, ref } = given(20)
  const half = await counter.confirm(await counter.prepare(ref, { [code]: 10 }))
  expect(half).toMatchObject({ state: 'delivered', totals: { total: 10_000, insurerShare: 7_000, patientShare: 3_000 } })
  expect((await findOrder(counter.context, { ref })).items[0]).toMatchObject({ delivered: 10, remaining: 10, state: 'partial' })

  await counter.confirm(await counter.prepare(ref, { [code]: 10 }))
  expect((await findOrder(counter.context, { ref })).items[0]).toMatchObject({ delivered: 20, remaining: 0, state: 'delivered' })
  expect(counter.payer.confirmedOf(line)).toBe(20)
})

/** An answer of SIAM counts for five minutes. */
const sixMinutesLater = () => (counter.now = new Date(counter.now.getTime() + 6 * 60_000))

test('a pharmacy whose licence was suspended hands nothing over, and is told why', async () => {
  const { code, ref } = given(20)
  const prepared = await counter.prepare(ref, { [code]: 10 })
  sixMinutesLater()
  counter.centreLicence = { state: 'suspended', reason: 'تعلیق به دستور معاونت درمان', validUntil: '2029-09-21' }
  counter.payer.calls.length = 0
  await expect(counter.confirm(prepared)).rejects.toMatchObject({ code: 'centre.inactive', detail: { reason: 'تعلیق به دستور معاونت درمان' } })
  expect(counter.payer.calls).toEqual([])
  expect(await reload(prepared.id)).toMatchObject({ state: 'prepared' })
  sixMinutesLater()
})

test('a silent SIAM keeps no patient waiting at the counter', async () => {
  const { code, ref } = given(20)
  const prepared = await counter.prepare(ref, { [code]: 10 })
  sixMinutesLater()
  counter.centreLicence = new NationalUnavailable('siam', { sent: 'no' })
  expect(await counter.confirm(prepared)).toMatchObject({ state: 'delivered' })
})

test('more than is left is refused before the payer’s rules are asked', async () => {
  const { code, ref } = given(20)
  await expect(counter.prepare(ref, { [code]: 21 })).rejects.toMatchObject({ code: 'delivery.quantity-exceeded', detail: { remaining: 20 } })
  expect(counter.payer.calls).not.toContain('checkDelivery')
})

test('of two pharmacies with the last units in hand, the payer lets one give them', async () => {
  const { line, code, ref } = given(10)
  const there = await counter.another(`SIAM-${number}`)
  const ours = await counter.prepare(ref, { [code]: 10 })
  const theirs = await counter.prepare(ref, { [code]: 10 }, there)
  const ends = await Promise.allSettled([counter.confirm(ours), counter.confirm(theirs, there)])
  expect(ends.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(ends.find((it) => it.status === 'rejected')?.reason).toMatchObject({ code: 'delivery.refused', detail: { reason: 'ماندهٔ نسخه کمتر از این است' } })
  expect(counter.payer.confirmedOf(line)).toBe(10)
})

test('of two presses one hands over', async () => {
  const { line, code, ref } = given(20)
  const prepared = await counter.prepare(ref, { [code]: 10 })
  const ends = await Promise.allSettled([counter.confirm(prepared), counter.confirm(prepared)])
  expect(ends.find((it) => it.status === 'rejected')?.reason).toMatchObject({ code: 'delivery.wrong-status' })
  expect(counter.payer.confirmedOf(line)).toBe(10)
})

test('a line that the payer refuses stays with its message, is not given and costs nothing', async () => {
  const covered = item(`7000${number}`, 5)
  const refused = item(`7100${number}`, 5)
  const ref = counter.order(`0099${number}`, [covered, refused])
  counter.payer.refusals.set(refused.code.value, refusal('not-covered', 'این دارو در تعهد بیمه نیست.'))
  const prepared = await counter.prepare(ref, { [covered.code.value]: 5, [refused.code.value]: 5 })
  expect(prepared.lines[1]).toMatchObject({
    outcome: 'refused',
    isGiven: false,
    shares: null,
    messages: [{ tone: 'rejection', text: 'این دارو در تعهد بیمه نیست.' }],
  })
  expect(prepared.totals.total).toBe(5_000)
  await counter.confirm(prepared)
  expect([counter.payer.confirmedOf(covered), counter.payer.confirmedOf(refused)]).toEqual([5, 0])
})

test('where the payer wants packs, all of them come before the hand-over', async () => {
  const { code, ref } = given(20)
  counter.payer.wantsPacks.add(code)
  counter.packs.set(uid, pack(code, 30, uid))
  const prepared = await counter.prepare(ref, { [code]: 20 })
  await expect(counter.confirm(prepared)).rejects.toMatchObject({ code: 'delivery.packs-missing' })
  await scanPack(counter.context, { id: prepared.id, lineId: null, label: { kind: 'uid', value: uid } })
  expect(await counter.confirm(prepared)).toMatchObject({ state: 'delivered' })
})

test('where nothing reached the payer the delivery is as it was and may be confirmed again', async () => {
  const { line, code, ref } = given(20)
  const prepared = await counter.prepare(ref, { [code]: 10 })
  counter.payer.loses.deliver = 'not-sent'
  await expect(counter.confirm(prepared)).rejects.toBeInstanceOf(NationalUnavailable)
  expect(await reload(prepared.id)).toMatchObject({ state: 'prepared' })
  await counter.confirm(prepared)
  expect(counter.payer.confirmedOf(line)).toBe(10)
})

test.each(['deliver', 'confirm'] as const)('a lost answer to %s is unknown, and not told again', async (phase) => {
  const { code, ref } = given(20)
  const prepared = await counter.prepare(ref, { [code]: 10 })
  counter.payer.loses[phase] = 'after-acting'
  expect(await counter.confirm(prepared)).toMatchObject({ state: 'unknown' })
  await expect(counter.confirm(prepared)).rejects.toMatchObject({ code: 'delivery.wrong-status' })
  expect(counter.payer.calls.filter((it) => it === 'deliver')).toHaveLength(1)
})

test('a passing refusal leaves the delivery as it was; another one ends it and frees its packs', async () => {
  const { code, ref } = given(20)
  counter.payer.wantsPacks.add(code)
  counter.packs.set(uid, pack(code, 30, uid))
  const prepared = await counter.prepare(ref, { [code]: 10 })
  await scanPack(counter.context, { id: prepared.id, lineId: null, label: { kind: 'uid', value: uid } })

  counter.payer.refusesDelivery = refusal('busy', 'بیمه شلوغ است.')
  await expect(counter.confirm(prepared)).rejects.toMatchObject({ code: 'delivery.refused', detail: { reason: 'بیمه شلوغ است.' } })
  expect((await reload(prepared.id)).lines[0]?.packs).toHaveLength(1)
  expect(await reload(prepared.id)).toMatchObject({ state: 'prepared' })

  counter.payer.refusesDelivery = refusal('archived', 'نسخه بایگانی شده است.')
  await expect(counter.confirm(prepared)).rejects.toMatchObject({ code: 'delivery.refused' })
  expect(await reload(prepared.id)).toMatchObject({ state: 'refused', refusal: 'نسخه بایگانی شده است.' })
  expect(counter.payer.held.size).toBe(0)
})

test('a repeat with the same key gets the first answer, byte for byte, and the payer is told once', async () => {
  const { line, code, ref } = given(20)
  const prepared = await counter.prepare(ref, { [code]: 10 })
  const path = `/dispensing/deliveries/${prepared.id}/confirmation`
  const req = { method: 'POST', path, body: {}, get: () => '0199c0de-0000-7000-8000-000000000001' } as unknown as Request
  const press = () =>
    answerOnce({ db: counter.db, req, personId: counter.context.actor.personId, now: counter.now }, async () =>
      JSON.stringify(await counter.confirm(prepared)),
    )
  const first = await press()
  expect(await press()).toEqual(first)
  expect(counter.payer.confirmedOf(line)).toBe(10)
})

test('an abandoned delivery frees its packs and can no longer be confirmed', async () => {
  const { code, ref } = given(20)
  counter.payer.wantsPacks.add(code)
  counter.packs.set(uid, pack(code, 30, uid))
  const prepared = await counter.prepare(ref, { [code]: 10 })
  await scanPack(counter.context, { id: prepared.id, lineId: null, label: { kind: 'uid', value: uid } })
  expect(await abandonDelivery(counter.context, { id: prepared.id })).toMatchObject({ state: 'abandoned' })
  expect(counter.payer.held.size).toBe(0)
  await expect(counter.confirm(prepared)).rejects.toMatchObject({ code: 'delivery.wrong-status' })
})

test('a delivery of another centre is not there, to look at, to scan for, to confirm or to leave', async () => {
  const { code, ref } = given(20)
  const { id } = await counter.prepare(ref, { [code]: 10 })
  const there = await counter.another(`SIAM-other-${number}`)
  const notFound = { code: 'delivery.not-found' }
  await expect(findDelivery(there, { id })).rejects.toMatchObject(notFound)
  await expect(scanPack(there, { id, lineId: null, label: { kind: 'uid', value: uid } })).rejects.toMatchObject(notFound)
  await expect(counter.confirm({ id }, there)).rejects.toMatchObject(notFound)
  await expect(abandonDelivery(there, { id })).rejects.toMatchObject(notFound)
  expect((await listDeliveries(there, { before: undefined, limit: 50 })).deliveries).toEqual([])
})

test('the list is newest first and pages by the last one seen', async () => {
  const { code, ref } = given(20)
  const there = await counter.another(`SIAM-list-${number}`)
  const ids: string[] = []
  for (const _ of [1, 2, 3]) {
    counter.now = new Date(counter.now.getTime() + 1000)
    ids.unshift((await counter.prepare(ref, { [code]: 1 }, there)).id)
  }
  const first = await listDeliveries(there, { before: undefined, limit: 2 })
  expect(first.deliveries.map((it) => it.id)).toEqual(ids.slice(0, 2))
  const rest = await listDeliveries(there, { before: first.next ?? undefined, limit: 2 })
  expect(rest).toMatchObject({ deliveries: [{ id: ids[2] }], next: null })
})

test('each step leaves its trace', async () => {
  const { code, ref } = given(20)
  const prepared = await counter.prepare(ref, { [code]: 10 })
  await counter.confirm(prepared)
  expect(await counter.auditOf(prepared.id)).toEqual(['delivery.prepared', 'delivery.sent', 'delivery.delivered'])
})
