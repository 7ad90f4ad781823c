import { afterEach, beforeEach, expect, test } from 'vitest'
import { findDelivery } from './find-delivery.ts'
import { reconcileDeliveries } from './reconcile-deliveries.ts'
import { Counter, item } from './testing/counter.ts'

let counter: Counter
const line = item('60001', 10)

beforeEach(async () => {
  counter = await Counter.open()
})
afterEach(() => counter.close())

async function givenLost(phase: 'deliver' | 'confirm', loss: 'on-the-way' | 'after-acting') {
  const ref = counter.order('00903', [line])
  const prepared = await counter.prepare(ref, { 60001: 10 })
  counter.payer.loses[phase] = loss
  const lost = await counter.confirm(prepared)
  expect(lost.state).toBe('unknown')
  return lost
}
const round = () => reconcileDeliveries(counter.context)
const later = (ms: number) => {
  counter.now = new Date(counter.now.getTime() + ms)
}
const reload = (id: string) => findDelivery(counter.context, { id })

test('a confirmation that was done, and its answer lost, is found to be delivered', async () => {
  const { id } = await givenLost('confirm', 'after-acting')
  await round()
  expect(await reload(id)).toMatchObject({ state: 'delivered', deliveredAt: counter.now.toISOString() })
  expect(counter.payer.calls.filter((it) => it === 'confirmDelivery')).toHaveLength(1)
})

test('a confirmation that never arrived is made by its own ref, and counts once', async () => {
  const { id } = await givenLost('confirm', 'on-the-way')
  await round()
  expect(await reload(id)).toMatchObject({ state: 'delivered' })
  expect(counter.payer.confirmedOf(line)).toBe(10)
  expect(counter.payer.calls.filter((it) => it === 'deliver')).toHaveLength(1)
})

test('one that lapsed before we could ask is refused: nothing counts', async () => {
  const { id } = await givenLost('confirm', 'on-the-way')
  counter.payer.lapse()
  await round()
  expect(await reload(id)).toMatchObject({ state: 'refused' })
  expect(counter.payer.confirmedOf(line)).toBe(0)
})

test('a first phase that never arrived may be handed over again', async () => {
  const { id } = await givenLost('deliver', 'on-the-way')
  await round()
  expect(await reload(id)).toMatchObject({ state: 'prepared' })
  expect(await counter.confirm({ id })).toMatchObject({ state: 'delivered' })
  expect(counter.payer.confirmedOf(line)).toBe(10)
})

test('a first phase that was done, and its answer lost, cannot count twice', async () => {
  const { id } = await givenLost('deliver', 'after-acting')
  await round()
  expect(await reload(id)).toMatchObject({ state: 'prepared' })
  await expect(counter.confirm({ id })).rejects.toMatchObject({ code: 'delivery.refused' })
  counter.payer.lapse()
  await counter.confirm(await counter.prepare({ ...(await reload(id)).ref }, { 60001: 10 }))
  expect(counter.payer.confirmedOf(line)).toBe(10)
})

test('where another pharmacy took the rest meanwhile it is refused', async () => {
  const there = await counter.another('SIAM-B')
  const { id, ref } = await givenLost('deliver', 'on-the-way')
  await counter.confirm(await counter.prepare(ref, { 60001: 5 }, there), there)
  await round()
  expect(await reload(id)).toMatchObject({ state: 'refused', refusal: expect.stringContaining('مانده') as string })
})

test('a silent payer leaves it unknown, and the asking rests longer with its age', async () => {
  const { id } = await givenLost('confirm', 'after-acting')
  counter.payer.isSilent = true
  const asked = () => counter.payer.calls.filter((it) => it === 'findDelivery').length
  await round()
  later(1_000)
  await round()
  expect(asked()).toBe(2)
  later(60_000)
  await round()
  later(1_000)
  await round()
  expect(asked()).toBe(3)
  counter.payer.isSilent = false
  later(10_000)
  await round()
  expect(await reload(id)).toMatchObject({ state: 'delivered' })
})

test('one whose sender died is taken up, and one being sent now is left alone', async () => {
  const ref = counter.order('00904', [line])
  const { id } = await counter.prepare(ref, { 60001: 10 })
  await counter.db.delivery.updateMany({ where: { id }, data: { state: 'sent', sentAt: counter.now } })
  later(30_000)
  await round()
  expect(await reload(id)).toMatchObject({ state: 'sent' })
  later(120_000)
  await round()
  expect(await reload(id)).toMatchObject({ state: 'prepared' })
})

test('what the product settles by itself is traced as nobody’s act', async () => {
  const { id } = await givenLost('confirm', 'after-acting')
  await round()
  const events = await counter.db.auditEvent.findMany({ where: { subject: id }, orderBy: { seq: 'asc' } })
  expect(events.at(-1)).toMatchObject({ action: 'delivery.delivered', personId: null })
})
