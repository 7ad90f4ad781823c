import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { atorvastatin, losartan, metformin, vitamin } from '../../testing/catalogue.ts'
import { barrier } from '../../testing/insurer.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'

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

test('a covered item is split by the share of the day, and says where its price comes from', async () => {
  const { items, totals } = await practice.checked(doctor, [item({ quantity: 60 })])
  expect(items[0]?.check).toMatchObject({
    outcome: 'covered',
    shares: { total: 600_000, insurerShare: 420_000, patientShare: 180_000 },
    priceSource: 'قیمت پایهٔ بیمهٔ سلامت، سهم ۷۰٪، تعرفهٔ ۱۴۰۵',
  })
  expect(totals).toEqual({ total: 600_000, insurerShare: 420_000, patientShare: 180_000 })
})

test('above the ceiling the insurer pays its share of the covered units only', async () => {
  const { items } = await practice.checked(doctor, [item({ quantity: 120 })])
  expect(items[0]?.check).toMatchObject({ outcome: 'over-ceiling', shares: { total: 1_200_000, insurerShare: 700_000, patientShare: 500_000 } })
})

test('an item that the insurer does not cover is told in its words, and has no price of its own making', async () => {
  const { items, totals } = await practice.checked(doctor, [item(), item({ code: vitamin })])
  expect(items[1]?.check).toMatchObject({ outcome: 'not-covered', shares: null })
  expect(items[1]?.check?.messages[0]).toEqual({ tone: 'rejection', text: 'این قلم در تعهد بیمه نیست.' })
  expect(totals).toBeNull()
})

test('a silence about one item is that item’s alone, and is asked again the next time', async () => {
  practice.salamat.silentAbout.add(losartan)
  const first = await practice.checked(doctor, [item(), item({ code: losartan })])
  expect(first.items.map((it) => it.check?.outcome)).toEqual(['covered', 'not-checked'])
  practice.salamat.silentAbout.clear()
  practice.salamat.calls.length = 0
  const second = await practice.check(doctor, first)
  expect(second.items.map((it) => it.check?.outcome)).toEqual(['covered', 'covered'])
  expect(practice.salamat.calls).toEqual(['checkOrder'])
})

test('each line is asked about alongside those that stand', async () => {
  await practice.checked(doctor, [item(), item({ code: losartan })])
  expect(practice.salamat.alongside.map((refs) => refs.length)).toEqual([0, 1])
})

test('only what changed is asked about again', async () => {
  const kept = item()
  const changed = item({ code: losartan })
  const draft = await practice.checked(doctor, [kept, changed])
  practice.salamat.calls.length = 0
  const saved = await practice.save(doctor, draft, [kept, { ...changed, quantity: 30 }])
  expect(saved.items.map((it) => it.check?.outcome ?? null)).toEqual(['covered', null])
  await practice.check(doctor, saved)
  expect(practice.salamat.calls).toEqual(['checkOrder'])
})

test('the visit is opened once in the life of a prescription', async () => {
  const draft = await practice.checked(doctor)
  await practice.check(doctor, await practice.save(doctor, draft, [item({ code: losartan })]))
  expect(practice.salamat.timesAsked('openVisit')).toBe(1)
})

test('of two checks at once the one whose visit was opened later uses the first one’s', async () => {
  const draft = await practice.draft(doctor)
  const { port } = practice.salamat
  const prompt = { ...port }
  const both = barrier(2)
  const firstIsAsking = Promise.withResolvers<void>()
  let openings = 0
  port.openVisit = async (asked) => {
    openings += 1
    const isSecond = openings === 2
    await both()
    if (isSecond) await firstIsAsking.promise
    return prompt.openVisit(asked)
  }
  port.checkOrder = async (asked) => {
    firstIsAsking.resolve()
    return prompt.checkOrder(asked)
  }
  await Promise.all([practice.check(doctor, draft), practice.check(doctor, draft)])
  expect(practice.salamat.timesAsked('openVisit')).toBe(2)
  expect(practice.salamat.visitsAsked.size).toBe(1)
})

test('an answer that arrives after she signed changes nothing about what she signed', async () => {
  practice.salamat.silentAbout.add(losartan)
  const draft = await practice.checked(doctor, [item({ code: losartan })])
  practice.salamat.silentAbout.clear()
  const { port } = practice.salamat
  const prompt = port.checkOrder.bind(port)
  port.checkOrder = async (asked) => {
    await practice.sign(doctor, draft)
    return prompt(asked)
  }
  const signed = await practice.check(doctor, draft)
  expect(signed).toMatchObject({ status: 'signed', items: [{ check: { outcome: 'not-checked' } }] })
})

test('a visit that the insurer has closed is opened anew, and every line is asked about under the new one', async () => {
  const draft = await practice.checked(doctor, [item(), item({ code: losartan })])
  practice.salamat.endVisits()
  const saved = await practice.save(doctor, draft, draft.items.map(({ check: _, ...it }) => ({ ...it, quantity: 10 })))
  const again = await practice.check(doctor, saved)
  expect(again.items.map((it) => it.check?.outcome)).toEqual(['covered', 'covered'])
  expect(practice.salamat.timesAsked('openVisit')).toBe(2)
})

test('an unfinished item is not asked about', async () => {
  const { items } = await practice.checked(doctor, [item({ frequency: null })])
  expect(items[0]?.check).toBeNull()
  expect(practice.salamat.calls).toEqual([])
})

test('an insurer that is silent from the first word leaves every item not checked', async () => {
  practice.salamat.silentAt.add('openVisit')
  const { items } = await practice.checked(doctor, [item(), item({ code: losartan })])
  expect(items.map((it) => it.check?.outcome)).toEqual(['not-checked', 'not-checked'])
})

test('past twelve seconds no further item is asked about, and those left are not checked', async () => {
  const { port } = practice.salamat
  const prompt = port.checkOrder.bind(port)
  port.checkOrder = async (asked) => {
    practice.pass(7)
    return prompt(asked)
  }
  const { items } = await practice.checked(doctor, [item(), item({ code: losartan }), item({ code: atorvastatin })])
  expect(items.map((it) => it.check?.outcome)).toEqual(['covered', 'covered', 'not-checked'])
})

test('nobody is asked about a private prescription', async () => {
  const { items } = await practice.check(doctor, await practice.draft(doctor, [item()], 'private'))
  expect(items[0]?.check).toMatchObject({ outcome: 'private', shares: null })
  expect(practice.salamat.calls).toEqual([])
})

test('a check of a draft that another tab saved since is refused', async () => {
  const draft = await practice.draft(doctor)
  await practice.save(doctor, draft, [item({ code: metformin })])
  await expect(practice.check(doctor, draft)).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
})
