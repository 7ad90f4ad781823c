import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { Practice, patientCode } from '../../../testing/practice.ts'
import { openEncounter } from '../open-encounter.ts'
import { HidOffice, insured } from '../testing/hid-office.ts'
import { refillReserve } from './refill-reserve.ts'
import { bindReserved, reservedInsurers } from './store.ts'

const ENOUGH = 6

let practice: Practice
let office: HidOffice
let context: Context
let centreId: string
beforeAll(async () => void (practice = await Practice.open()))
afterAll(() => practice.close())
beforeEach(async () => {
  await practice.startOver()
  practice.now = new Date('2026-11-25T09:00:00.000Z')
  await practice.db.hidPool.deleteMany()
  await practice.db.hid.deleteMany()
  centreId = `SIAM-${randomUUID()}`
  office = new HidOffice()
  context = office.answering((await practice.doctor({ centreId })).context, insured)
})

const visit = (by: Context = context) => openEncounter(by, { identity: { kind: 'national-code', value: patientCode }, newbornBirthDate: null })
const reserved = (at = centreId) => practice.db.hid.count({ where: { centreId: at, state: 'reserved' } })
const bind = () => inTransaction(practice.db, (tx) => bindReserved(tx, { centreId, insurer: 'salamat' }, practice.now))
const asked = () => office.calls.filter((call) => call === 'reserve').length

test('a centre that takes patients is given a reserve, with a trace of it', async () => {
  await visit()
  await refillReserve(context)
  expect(await reserved()).toBe(ENOUGH)
  expect(await reservedInsurers(practice.db, centreId, practice.now)).toEqual(['salamat'])
  const events = await practice.db.auditEvent.findMany({ where: { centreId, action: 'hid.reserved' } })
  expect(events.map(({ detail }) => detail)).toEqual([{ insurer: 'salamat', count: ENOUGH }])
})

test('a centre without an account at an insurer is given none of its', async () => {
  const noAccount = office.answering((await practice.doctor({ centreId: `SIAM-${randomUUID()}`, insurer: null })).context, insured)
  await visit(noAccount)
  await refillReserve(context)
  expect(asked()).toBe(0)
})

test('it is not asked for again while enough is left, and filled up once it is not', async () => {
  await visit()
  await refillReserve(context)
  for (let left = ENOUGH; left > 2; left -= 1) {
    practice.pass(61)
    await refillReserve(context)
    expect(asked()).toBe(1)
    await bind()
  }
  practice.pass(61)
  await refillReserve(context)
  expect(asked()).toBe(2)
  expect(await reserved()).toBe(ENOUGH)
})

test('rounds of several processes at once ask for one batch', async () => {
  await visit()
  await Promise.all([refillReserve(context), refillReserve(context), refillReserve(context)])
  expect(asked()).toBe(1)
  expect(await reserved()).toBe(ENOUGH)
})

test('a silent service is left alone for a minute', async () => {
  await visit()
  office.isSilent = true
  await refillReserve(context)
  practice.pass(30)
  await refillReserve(context)
  expect(asked()).toBe(1)
  office.isSilent = false
  practice.pass(31)
  await refillReserve(context)
  expect(await reserved()).toBe(ENOUGH)
})

test('what will soon lapse is replaced in time and swept away once it has lapsed', async () => {
  await visit()
  await refillReserve(context)
  practice.pass(2 * 86_400)
  office.validUntil = '2026-11-29'
  await refillReserve(context)
  expect(await reserved()).toBe(2 * ENOUGH)
  practice.pass(2 * 86_400)
  office.validUntil = '2026-12-01'
  await refillReserve(context)
  expect(await reserved()).toBe(2 * ENOUGH)
})

test('the one that lives longest is bound first: the service must be told of it before it lapses', async () => {
  await visit()
  office.validUntil = '2026-11-25'
  await refillReserve(context)
  practice.pass(61)
  office.validUntil = '2026-11-29'
  await refillReserve(context)
  const bound = await bind()
  const row = await practice.db.hid.findUniqueOrThrow({ where: { centreId_value: { centreId, value: bound?.value ?? '' } } })
  expect(row.validUntil).toEqual(new Date('2026-11-29T23:59:59.999+03:30'))
})

test('binders at once each get another, and never one that another centre has', async () => {
  await visit()
  await refillReserve(context)
  const bound = await Promise.all(Array.from({ length: ENOUGH + 3 }, bind))
  const values = bound.flatMap((it) => it?.value ?? [])
  expect(values).toHaveLength(ENOUGH)
  expect(new Set(values).size).toBe(ENOUGH)
})

test('a centre without a visit for a month is kept none', async () => {
  await visit()
  practice.pass(31 * 86_400)
  await refillReserve(context)
  expect(asked()).toBe(0)
})
