import { afterEach, beforeEach, expect, test } from 'vitest'
import { NationalCode } from '@noskhe/shared/identifiers'
import { NationalUnavailable } from '../../national/port.ts'
import { searchOrders } from './search-orders.ts'
import { Counter, identity, item, nationalCode } from './testing/counter.ts'
import { MemoryPayer } from './testing/memory-payer.ts'

let counter: Counter
const otherCode = NationalCode.parse('2283746159')

beforeEach(async () => {
  counter = await Counter.open()
})
afterEach(() => counter.close())

const search = (text: string, narrowed: typeof identity | null = null) => searchOrders(counter.context, { text, identity: narrowed })
const located = (trackingCode: string, value: string = nationalCode) => ({
  insurer: 'salamat' as const,
  identity: { kind: 'national-code' as const, value },
  trackingCode,
  visitRef: null,
  registeredAt: '2026-11-20T08:00:00.000Z',
})

test('a national code, in Persian digits, finds every open prescription of the person', async () => {
  counter.order('00903', [item('60001', 10)])
  counter.order('00904', [item('60002', 10)])
  const found = await search('۱۳۸۴۹۵۰۶۱۳')
  expect(found).toMatchObject({ foundBy: 'national-code', unanswered: [] })
  expect(found.orders.map((it) => [it.ref.trackingCode, it.patientName])).toEqual([
    ['00903', 'زهرا احمدی‌فر'],
    ['00904', 'زهرا احمدی‌فر'],
  ])
})

test('a tracking code that two patients share finds both, and the national code tells which', async () => {
  counter.order('00903', [item('60001', 10)])
  counter.payer.orders.push({ nationalCode: otherCode, trackingCode: '00903', patientName: 'محمدرضا کریمی', items: [item('60002', 5)] })
  counter.national.locate.byTrackingCode = async () => [located('00903'), located('00903', otherCode)]
  expect((await search('00903')).orders.map((it) => it.patientName)).toEqual(['زهرا احمدی‌فر', 'محمدرضا کریمی'])
  expect((await search('00903', identity)).orders.map((it) => it.patientName)).toEqual(['زهرا احمدی‌فر'])
})

test('a tracking code that is by chance somebody’s national code is found when that person has none open', async () => {
  counter.payer.orders.push({ nationalCode: otherCode, trackingCode: nationalCode, patientName: 'محمدرضا کریمی', items: [item('60002', 5)] })
  counter.national.locate.byTrackingCode = async () => [located(nationalCode, otherCode)]
  expect(await search(nationalCode)).toMatchObject({ foundBy: 'tracking-code', orders: [{ patientName: 'محمدرضا کریمی' }] })
})

test('a prescription that was given entirely is still found by its tracking code', async () => {
  const ref = counter.order('00903', [item('60001', 10)])
  await counter.confirm(await counter.prepare(ref, { 60001: 10 }))
  counter.national.locate.byTrackingCode = async () => [located('00903')]
  expect((await search('00903')).orders).toMatchObject([{ ref, patientName: 'زهرا احمدی‌فر' }])
})

test('a HID is served after the national base confirmed it', async () => {
  const ref = counter.order('00903', [item('60001', 10)])
  counter.national.locate.byHid = async () => [located('00903')]
  counter.national.eligibility.verifyHid = async () => ({ outcome: 'valid', identity, insurer: 'salamat' })
  expect(await search('12345ab6cd')).toMatchObject({ foundBy: 'hid', orders: [{ ref }] })
})

test.each(['eliminated', 'expired'] as const)('a HID that is %s is not served', async (outcome) => {
  counter.order('00903', [item('60001', 10)])
  counter.national.locate.byHid = async () => [located('00903')]
  counter.national.eligibility.verifyHid = async () => ({ outcome })
  await expect(search('12345AB6CD')).rejects.toMatchObject({ code: 'order.hid-not-valid', detail: { state: outcome } })
})

test('a HID is not served while the national base is silent, and the silence is told', async () => {
  counter.national.locate.byHid = async () => [located('00903')]
  counter.national.eligibility.verifyHid = async () => {
    throw new NationalUnavailable('eligibility', { sent: 'maybe' })
  }
  expect(await search('12345AB6CD')).toMatchObject({ orders: [], unanswered: [{ who: 'national', reason: 'silent' }] })
})

test('not found is said only when everybody answered', async () => {
  await expect(search(nationalCode)).rejects.toMatchObject({ code: 'order.not-found' })
  counter.payer.isSilent = true
  expect(await search(nationalCode)).toMatchObject({ orders: [], unanswered: [{ who: 'salamat', reason: 'silent' }] })
})

test('an insurer where the dispenser has no account is named beside what the others told', async () => {
  counter.order('00903', [item('60001', 10)])
  counter.national.payers.tamin = new MemoryPayer('tamin').port
  expect(await search(nationalCode)).toMatchObject({ orders: [{}], unanswered: [{ who: 'tamin', reason: 'no-account' }] })
})

test('what can be no number of a prescription asks nobody', async () => {
  await expect(search('آب')).rejects.toMatchObject({ code: 'order.not-found' })
  expect(counter.payer.calls).toEqual([])
})

test('a look is traced without saying whose', async () => {
  counter.order('00903', [item('60001', 10)])
  await search(nationalCode)
  const [event] = await counter.db.auditEvent.findMany({ where: { action: 'order.looked-up' } })
  expect(event).toMatchObject({ subject: null, detail: { by: 'national-code', found: 1, unanswered: 0 } })
})
