import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOrder } from './find-order.ts'
import { Counter, item } from './testing/counter.ts'

let counter: Counter

beforeAll(async () => {
  counter = await Counter.open()
})
afterAll(() => counter.close())

test('an order says what is left of each line and which one is not due yet', async () => {
  // Today is 1405/09/04.
  const items = [item('60001', 10), item('60002', 10, { activeFrom: '1405-09-05' }), item('60003', 10, { activeFrom: '1405-09-04' })]
  const order = await findOrder(counter.context, { ref: counter.order('00903', items) })
  expect(order).toMatchObject({ patientName: 'زهرا احمدی‌فر', fund: 'کارکنان دولت', prescriberName: 'نرگس کاویانی' })
  expect(order.items.map((it) => [it.remaining, it.state])).toEqual([
    [10, 'waiting'],
    [10, 'not-due'],
    [10, 'waiting'],
  ])
  expect(order.items[0]?.directions).toBe('هر ۸ ساعت ۱ عدد، بعد از غذا')
})

test('an order that the payer does not know is not found', async () => {
  const ref = { ...counter.order('00904', []), trackingCode: '99999' }
  await expect(findOrder(counter.context, { ref })).rejects.toMatchObject({ code: 'order.not-found' })
})
