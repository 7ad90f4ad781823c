import { listDeliveries } from '@noskhe/shared/dispensing/contract'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { DeliveriesPage } from './deliveries-page.tsx'
import { delivery, line } from './testing/examples.ts'
import { words } from './words.ts'

let answers: Answers
const user = userEvent.setup()
const id = (last: number) => `0199c0de-0000-7000-8000-00000000000${last}`

beforeEach(() => {
  answers = new Answers()
})
const open = () => renderPages({ '/counter/today': <DeliveriesPage /> }, '/counter/today')

test('a day without deliveries says so', async () => {
  answers.on(listDeliveries, { deliveries: [], next: null })
  open()
  expect(await screen.findByText(words.noneToday)).toBeTruthy()
})

test('a list that could not be fetched says why and is fetched again', async () => {
  answers.on(listDeliveries, 'unreachable')
  open()
  await screen.findByText(/به سرور نرسیدیم/)
  answers.on(listDeliveries, { deliveries: [], next: null })
  await user.click(screen.getByRole('button', { name: 'دوباره تلاش کن' }))
  expect(await screen.findByText(words.noneToday)).toBeTruthy()
})

test('today’s sum counts what was delivered and nothing else; earlier days stand apart', async () => {
  const lines = [line('آموکسی‌سیلین', 21)]
  answers.on(listDeliveries, {
    deliveries: [
      delivery('delivered', lines, { id: id(3) }),
      delivery('unknown', lines, { id: id(2) }),
      delivery('delivered', lines, { id: id(1), startedAt: '2026-01-01T08:00:00.000Z', patientName: 'محمدرضا کریمی' }),
    ],
    next: null,
  })
  open()
  expect(await screen.findByText(/۱ تحویل، ۱۴٬۷۰۰ ریال/)).toBeTruthy()
  const earlier = screen.getByRole('table', { name: words.earlier })
  expect(within(earlier).getAllByRole('link').map((it) => it.textContent)).toEqual(['محمدرضا کریمی'])
})

test('older ones come after the last one seen', async () => {
  answers.on(listDeliveries, ({ before }) => ({
    deliveries: [delivery('delivered', [], { id: before ? id(1) : id(2), patientName: before ? 'محمدرضا کریمی' : 'زهرا احمدی‌فر' })],
    next: before ? null : id(2),
  }))
  open()
  await user.click(await screen.findByRole('button', { name: words.older }))
  expect(await screen.findByText('محمدرضا کریمی')).toBeTruthy()
  expect(screen.queryByRole('button', { name: words.older })).toBeNull()
})
