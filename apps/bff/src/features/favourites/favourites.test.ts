import { randomUUID } from 'node:crypto'
import type { ItemDraft } from '@noskhe/shared/prescriptions/item'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withdrawn } from '../../testing/catalogue.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { findFavourites, keepFavourites } from './keep-favourites.ts'

let practice: Practice
let doctor: Doctor

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

const keep = ({ context }: Doctor, revision: number, pinned: ItemDraft[]) => keepFavourites(context, { revision, pinned })
const keysOf = async ({ context }: Doctor) => (await findFavourites(context)).pinned.map(({ item: { key } }) => key)

test('what is pinned is named and read back by the national list, whatever the browser called it', async () => {
  await keep(doctor, 0, [item()])
  expect(await findFavourites(doctor.context)).toMatchObject({
    revision: 1,
    pinned: [{ isCurrent: true, item: { name: { fa: 'متفورمین قرص ۵۰۰ میلی‌گرم' }, readBack: 'یک قرص، روزی دو بار (هر ۱۲ ساعت)، به مدت ۳۰ روز، بعد از غذا' } }],
  })
})

test('what she pinned is seen by nobody else at her centre, and not by herself at another', async () => {
  await keep(doctor, 0, [item()])
  const colleague = await practice.doctor()
  const { actor } = doctor.context
  const elsewhere = { ...doctor, context: { ...doctor.context, actor: { ...actor, at: { ...actor.at, centreId: 'SIAM-1100386' } } } }
  for (const stranger of [colleague, elsewhere]) expect(await findFavourites(stranger.context)).toEqual({ revision: 0, pinned: [] })
})

test('of changes that start from the same list one wins, and nothing of the others is in it', async () => {
  const [a, b, c] = [item(), item(), item()]
  await keep(doctor, 0, [a, b, c])
  const orders = [[c, b, a], [b, a, c], [a, b]]
  const kept = await Promise.allSettled(orders.map((order) => keep(doctor, 1, order)))
  expect(kept.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const it of kept) if (it.status === 'rejected') expect(it.reason).toMatchObject({ code: 'favourites.changed-elsewhere' })
  const won = orders[kept.findIndex(({ status }) => status === 'fulfilled')]
  expect(await keysOf(doctor)).toEqual(won?.map(({ key }) => key))
})

test('of first pins that race one wins', async () => {
  const pins = await Promise.allSettled([1, 2, 3].map(() => keep(doctor, 0, [item()])))
  expect(pins.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await keysOf(doctor)).toHaveLength(1)
})

test('a removed pin comes back where it was by keeping the list as it was', async () => {
  const [a, b] = [item(), item()]
  await keep(doctor, 0, [a, b])
  await keep(doctor, 1, [b])
  await keep(doctor, 2, [a, b])
  expect(await keysOf(doctor)).toEqual([a.key, b.key])
})

test('a retired code is not pinned', async () => {
  await expect(keep(doctor, 0, [item({ code: withdrawn })])).rejects.toMatchObject({ code: 'terminology.code-retired' })
  expect(await findFavourites(doctor.context)).toMatchObject({ revision: 0 })
})

test('what was retired after it was pinned keeps its name, is not takeable, and can still be moved', async () => {
  const [gone, stays] = [item(), item({ dose: '2' })]
  await keep(doctor, 0, [gone, stays])
  const [row] = await practice.db.favouriteList.findMany({ where: { prescriberId: doctor.context.actor.personId } })
  const stored = row?.items as object[]
  await practice.db.favouriteList.updateMany({
    where: { prescriberId: doctor.context.actor.personId },
    data: { items: [{ ...stored[0], code: withdrawn }, stored[1] ?? {}] },
  })
  const moved = await keep(doctor, 1, [stays, { ...gone, code: withdrawn }])
  expect(moved.pinned.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
  expect(moved.pinned[1]?.item.name.fa).toBe('متفورمین قرص ۵۰۰ میلی‌گرم')
})

test('two pins cannot share a key', async () => {
  const one = item()
  await expect(keep(doctor, 0, [one, one])).rejects.toMatchObject({ code: 'request.invalid' })
})

test('each change leaves one audit event, which tells how many and not what', async () => {
  await keep(doctor, 0, [item({ key: randomUUID() })])
  const events = await practice.db.auditEvent.findMany({ where: { personId: doctor.context.actor.personId, action: 'favourites.kept' } })
  expect(events.map(({ detail }) => detail)).toEqual([{ items: 1 }])
})
