import { findSession } from '@noskhe/shared/auth/contract'
import type { Role } from '@noskhe/shared/endpoint'
import { CALL_HEADER } from '@noskhe/shared/endpoint'
import { nationalStatus, readServiceReport } from '@noskhe/shared/status/contract'
import type { NationalServiceStatus, ServiceMonth } from '@noskhe/shared/status/contract'
import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { SessionGuard } from '../auth/index.ts'
import { clinic, givenSession } from '../auth/testing/given-session.ts'
import { StatusPage } from './status-page.tsx'
import { givenService } from './testing/given-service.ts'
import { words } from './words.ts'

let answers: Answers
const user = userEvent.setup()

beforeEach(() => {
  answers = new Answers()
})
afterEach(() => void vi.useRealTimers())

const at = new Date().toISOString()
const answering = givenService('سیام', {
  state: 'answering', since: at, lastMs: 120,
  hour: { answered: 97, timedOut: 3, medianMs: 240, p95Ms: 1_240, parts: [...Array.from({ length: 11 }, () => ({ answered: 0, erring: 0, silent: 0 })), { answered: 97, erring: 0, silent: 3 }] },
})
const failing = (more: Parameters<typeof givenService>[1] = {}) => givenService('سپاس', { state: 'failing', since: at, lastFailedAs: 'broken', ...more })

function open(services: NationalServiceStatus[], role: Role | null = null) {
  answers.on(nationalStatus, { services }).on(findSession, givenSession(role ? { at: { ...clinic, role } } : {}))
  renderPages({ '/status': <SessionGuard><StatusPage /></SessionGuard> }, '/status')
}
const row = async (title: string) => {
  const found = (await screen.findByText(title, { selector: 'strong' })).closest('li')
  if (!found) throw new Error(`No row of ${title}`)
  return within(found)
}

test.each([
  ['answering', answering, 'پاسخ می‌دهد', null],
  ['slow', givenService('سپاس', { state: 'answering', lastMs: 2_000 }), 'کند است', null],
  ['silent', failing({ lastFailedAs: 'timedOut' }), 'پاسخ نمی‌دهد', /در مهلتی که دادیم/],
  ['broken', failing(), 'پاسخ نمی‌دهد', /اتصال برقرار نشد/],
  ['busy', failing({ lastFailedAs: 'busy' }), 'پاسخ نمی‌دهد', /بعداً بپرسیم/],
  ['refusing us', failing({ lastFailedAs: 'refused' }), 'پاسخ نادرست می‌دهد', /نپذیرفت/],
  ['unreadable', failing({ lastFailedAs: 'unreadable' }), 'پاسخ نادرست می‌دهد', /قرارداد/],
  ['left alone', failing({ circuit: 'open', circuitSince: at }), 'فعلاً پرسیده نمی‌شود', /سپس درخواست بعدی آن را می‌آزماید/],
  ['being tried again', failing({ circuit: 'half-open', circuitSince: at }), 'دوباره آزموده می‌شود', /اتصال برقرار نشد/],
  ['untried', givenService('سپاس'), 'هنوز پرسیده نشده', null],
])('a service that is %s has a word of its own, and its reason', async (_, it, word, reason) => {
  open([it])
  const shown = await row(it.title)
  expect(shown.getByText(word)).toBeTruthy()
  if (reason) expect(shown.getByText(reason)).toBeTruthy()
})

test('the hour is told in figures, and its picture in words', async () => {
  open([answering])
  const shown = await row('سیام')
  expect(shown.getAllByRole('definition').map((it) => it.textContent)).toEqual(['۲۴۰ میلی‌ثانیه', '۱٫۲ ثانیه', '۹۷٪'])
  expect(shown.getByRole('img', { name: 'یک ساعت گذشته: ۹۷ پاسخ، ۳ بی‌پاسخ' })).toBeTruthy()
})

test('an hour in which nobody asked has no figures: that is not «available»', async () => {
  open([givenService('سیام', { state: 'answering', since: '2026-11-24T08:30:00.000Z', lastMs: 90 })])
  const shown = await row('سیام')
  expect(shown.getAllByRole('definition').map((it) => it.textContent)).toEqual(['—', '—', '—'])
  expect(shown.getByText('از ۱۴۰۵/۰۹/۰۳، ساعت ۱۲:۰۰')).toBeTruthy()
})

test.each([
  ['who is down', [answering, failing()], '۱ سرویس پاسخ نمی‌دهد: سپاس'],
  ['who is slow', [answering, givenService('سپاس', { state: 'answering', lastMs: 4_000 })], 'همه پاسخ می‌دهند، سپاس به‌کندی'],
  ['that all is well', [answering, givenService('سپاس')], words.allWell],
  ['that nothing is known', [givenService('سیام')], words.noneAsked],
])('the page’s answer in one line says %s', async (_, services, line) => {
  open(services)
  expect(await screen.findByText(line)).toBeTruthy()
})

test('what could not be fetched is fetched again', async () => {
  answers.on(nationalStatus, 'unreachable').on(findSession, givenSession())
  renderPages({ '/status': <SessionGuard><StatusPage /></SessionGuard> }, '/status')
  await screen.findByText(words.unknown)
  answers.on(nationalStatus, { services: [answering] })
  await user.click(screen.getByRole('button', { name: 'دوباره تلاش کن' }))
  expect(await row('سیام')).toBeTruthy()
})

test('it is kept fresh without prolonging the session, and what is old is said to be old', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  open([failing()])
  await row('سپاس')
  answers.on(nationalStatus, { services: [givenService('سپاس', { state: 'answering', lastMs: 90 })] })
  await act(() => vi.advanceTimersByTimeAsync(30_000))
  expect((await row('سپاس')).getByText('پاسخ می‌دهد')).toBeTruthy()
  answers.on(nationalStatus, 'unreachable')
  await act(() => vi.advanceTimersByTimeAsync(30_000))
  expect(await screen.findByText(/به‌روز نشد/)).toBeTruthy()
  expect((await row('سپاس')).getByText('پاسخ می‌دهد')).toBeTruthy()
  const calls = answers.asked.filter((it) => it.endpoint === nationalStatus).map((it) => it.headers.get(CALL_HEADER))
  expect(new Set(calls)).toEqual(new Set(['background']))
})

const monthOf = (title: string, more: Partial<ServiceMonth> = {}): ServiceMonth => ({
  service: title, title, answered: 0, timedOut: 0, broken: 0, busy: 0, refused: 0, unreadable: 0, heldBack: 0, medianMs: null, p95Ms: null, ...more,
})
const reported = [monthOf('سیام', { answered: 1_997, broken: 1, refused: 2, medianMs: 210, p95Ms: 1_900 }), monthOf('سپاس')]

test.each(['prescriber', 'dispenser'] as const)('a %s is shown no month', async (role) => {
  open([answering], role)
  await row('سیام')
  expect(answers.inputsOf(readServiceReport)).toEqual([])
  expect(screen.queryByRole('heading', { name: words.report })).toBeNull()
})

test('the admin’s month never rounds a failure away, and what was not asked has no share', async () => {
  answers.on(readServiceReport, { year: 1405, month: 9, measuredSince: '2026-11-24T08:30:00.000Z', services: reported })
  open([answering], 'admin')
  const rows = within(await screen.findByRole('table')).getAllByRole('row').slice(1)
  const cells = rows.map((it) => within(it).getAllByRole('cell').map((cell) => cell.textContent))
  expect(cells).toEqual([
    ['سیام', '۲٬۰۰۰', '۹۹٫۹٪', '۰٫۲٪', '۲۱۰ میلی‌ثانیه', '۱٫۹ ثانیه', '۰'],
    ['سپاس', '۰', '—', '—', '—', '—', '۰'],
  ])
  expect(screen.getByText(/از ۱۴۰۵\/۰۹\/۰۳، ساعت ۱۲:۰۰ نگه داشته شده است/)).toBeTruthy()
})

test('a month of which nothing is kept says so, and there is nothing to take away', async () => {
  answers.on(readServiceReport, { year: 1405, month: 9, measuredSince: null, services: [monthOf('سیام')] })
  open([answering], 'admin')
  expect(await screen.findByText(words.notMeasured)).toBeTruthy()
  expect(screen.getByRole('button', { name: words.csv })).toHaveProperty('disabled', true)
})

test('the month is taken away as a file', async () => {
  const saved: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((it) => (it instanceof Blob && saved.push(it), 'blob:report'))
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {})
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  answers.on(readServiceReport, { year: 1405, month: 9, measuredSince: '2026-11-21T20:30:00.000Z', services: reported })
  open([answering], 'admin')
  await screen.findByRole('table')
  await user.click(screen.getByRole('button', { name: words.csv }))
  expect(click.mock.contexts.map((it) => (it as HTMLAnchorElement).download)).toEqual(['noskhe-sla-1405-09.csv'])
  expect(await saved[0]?.text()).toContain('سیام,سیام,2000,1997,0,1,0,2,0,0,99.950,0.150,210,1900\r\n')
})
