import { findOrder, prepareDelivery, searchOrders } from '@noskhe/shared/dispensing/contract'
import { NationalCode } from '@noskhe/shared/identifiers'
import { Failure } from '@noskhe/shared/failure'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { problemMessage } from '../../i18n/problem-message.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { CounterPage } from './counter-page.tsx'
import { delivery, item, line, order, ref, summary } from './testing/examples.ts'
import { words } from './words.ts'

let answers: Answers
const user = userEvent.setup()

beforeEach(() => {
  answers = new Answers()
})

const open = () => renderPages({ '/counter': <CounterPage />, '/counter/:id': <p>prepared</p> }, '/counter')

async function find(text: string) {
  open()
  await user.type(screen.getByLabelText(words.search), `${text}{Enter}`)
}

const found = (orders = [summary()], unanswered: never[] = []) => ({ foundBy: 'national-code' as const, orders, unanswered })

test('the page opens with the focus in the wide field and says what to do', () => {
  open()
  expect(document.activeElement).toBe(screen.getByLabelText(words.search))
  expect(screen.getByText(words.searchHint)).toBeTruthy()
})

test('what a number is taken for is said while it is typed', async () => {
  open()
  await user.type(screen.getByLabelText(words.search), '۱۳۸۴۹۵۰۶۱۳')
  expect(screen.getByText('کد ملی')).toBeTruthy()
  expect(screen.getByText('یا شباد')).toBeTruthy()
})

test('what can be no number of a prescription is not sent', async () => {
  await find('۱۲')
  expect(screen.getByText(words.unrecognised)).toBeTruthy()
  expect(answers.asked).toEqual([])
})

test('one prescription opens by itself, every line with all that is left', async () => {
  answers.on(searchOrders, found()).on(findOrder, order([item('آموکسی‌سیلین', 21), item('لووتیروکسین', 90, { state: 'not-due', activeFrom: '1405-10-01' })]))
  await find('1384950613')
  expect(await screen.findByRole('heading', { name: 'زهرا احمدی‌فر' })).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(`${words.quantity} آموکسی‌سیلین`).value).toBe('۲۱')
  expect(screen.getByLabelText<HTMLInputElement>(`${words.quantity} لووتیروکسین`).value).toBe('۰')
})

test('half is one press, and the price is asked for what was chosen', async () => {
  answers.on(searchOrders, found()).on(findOrder, order([item('آموکسی‌سیلین', 21), item('متفورمین', 60)]))
  answers.on(prepareDelivery, delivery('prepared', [line('آموکسی‌سیلین', 10)]))
  await find('1384950613')
  await user.click(await screen.findByRole('button', { name: `${words.half} آموکسی‌سیلین` }))
  await user.clear(screen.getByLabelText(`${words.quantity} متفورمین`))
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('prepared')).toBeTruthy()
  expect(answers.inputsOf(prepareDelivery)).toEqual([{ ref, lines: [{ itemRef: 'ref-آموکسی‌سیلین', quantity: 10 }] }])
})

test('more than is left is marked and cannot be priced', async () => {
  answers.on(searchOrders, found()).on(findOrder, order([item('آموکسی‌سیلین', 21)]))
  await find('1384950613')
  const box = await screen.findByLabelText(`${words.quantity} آموکسی‌سیلین`)
  await user.clear(box)
  await user.type(box, '22')
  expect(screen.getAllByText(words.overLeft).length).toBeGreaterThan(0)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: new RegExp(words.price) }).disabled).toBe(true)
})

test('a refused price keeps the quantities', async () => {
  answers.on(searchOrders, found()).on(findOrder, order([item('آموکسی‌سیلین', 21)]))
  answers.on(prepareDelivery, new Failure('payer.refused', { reason: 'حساب شما قفل است.' }))
  await find('1384950613')
  await user.click(await screen.findByRole('button', { name: `${words.half} آموکسی‌سیلین` }))
  await user.click(screen.getByRole('button', { name: new RegExp(words.price) }))
  expect(await screen.findByText(`${problemMessage['payer.refused']} «حساب شما قفل است.»`)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(`${words.quantity} آموکسی‌سیلین`).value).toBe('۱۰')
})

test('a price asked again after the network broke carries the same key', async () => {
  answers.on(searchOrders, found()).on(findOrder, order([item('آموکسی‌سیلین', 21)])).on(prepareDelivery, 'unreachable')
  await find('1384950613')
  const price = await screen.findByRole('button', { name: new RegExp(words.price) })
  await user.click(price)
  await screen.findByRole('alert')
  answers.on(prepareDelivery, delivery('prepared', [line('آموکسی‌سیلین', 21)]))
  await user.click(price)
  await screen.findByText('prepared')
  const [first, second] = answers.asked.filter((it) => it.endpoint === prepareDelivery).map((it) => it.headers.get('Idempotency-Key'))
  expect(second).toBe(first)
})

test('an insurer that was silent is named beside what was found', async () => {
  const both = [summary(), summary({ ref: { ...ref, trackingCode: '00904' } })]
  answers.on(searchOrders, { ...found(both), unanswered: [{ who: 'tamin', reason: 'silent', advice: null }] })
  await find('1384950613')
  expect(await screen.findByText(words.mayBeMore)).toBeTruthy()
  expect(screen.getByText('تأمین اجتماعی پاسخ نداد.')).toBeTruthy()
})

test('silence with nothing found does not look like «none»', async () => {
  answers.on(searchOrders, { ...found([]), unanswered: [{ who: 'salamat', reason: 'silent', advice: null }] })
  await find('1384950613')
  expect(await screen.findByText(words.noOrdersYet)).toBeTruthy()
  expect(screen.queryByText(problemMessage['order.not-found'])).toBeNull()
})

test('a search that fails says why and can be made again', async () => {
  answers.on(searchOrders, new Failure('order.not-found'))
  await find('00903')
  expect(await screen.findByText(problemMessage['order.not-found'])).toBeTruthy()
  answers.on(searchOrders, found()).on(findOrder, order([item('آموکسی‌سیلین', 21)]))
  await user.click(screen.getByRole('button', { name: 'دوباره تلاش کن' }))
  expect(await screen.findByRole('heading', { name: 'زهرا احمدی‌فر' })).toBeTruthy()
})

test('a tracking code of two patients is narrowed by the national code', async () => {
  const other = summary({ ref: { ...ref, identity: { kind: 'national-code', value: NationalCode.parse('2283746159') } }, patientName: 'محمدرضا کریمی' })
  answers.on(searchOrders, { ...found([summary(), other]), foundBy: 'tracking-code' })
  await find('00903')
  answers.on(searchOrders, { ...found([other]), foundBy: 'tracking-code' }).on(findOrder, { ...order([item('متفورمین', 60)]), patientName: 'محمدرضا کریمی' })
  await user.type(await screen.findByLabelText(words.narrow), '2283746159')
  expect(await screen.findByRole('heading', { name: 'محمدرضا کریمی' })).toBeTruthy()
  expect(answers.inputsOf(searchOrders).at(-1)).toEqual({ text: '00903', identity: { kind: 'national-code', value: '2283746159' } })
})

test('a prescription that was given entirely says so and offers no quantities', async () => {
  answers.on(searchOrders, found()).on(findOrder, order([item('آموکسی‌سیلین', 0, { prescribed: 21, delivered: 21, state: 'delivered' })]))
  await find('1384950613')
  expect(await screen.findByText(words.allGiven)).toBeTruthy()
  expect(screen.queryByRole('button', { name: new RegExp(words.price) })).toBeNull()
})

test('no patient stands in the address', async () => {
  answers.on(searchOrders, found()).on(findOrder, order([item('آموکسی‌سیلین', 21)]))
  await find('1384950613')
  await screen.findByRole('heading', { name: 'زهرا احمدی‌فر' })
  expect(screen.getByTestId('address').textContent).toBe('/counter')
})

test('a private prescription is priced by the pharmacy', async () => {
  const own = { ...ref, insurer: 'private' as const }
  answers.on(searchOrders, found([summary({ ref: own })])).on(findOrder, { ...order([item('آموکسی‌سیلین', 21, { unitPrice: null })]), ref: own })
  answers.on(prepareDelivery, delivery('prepared', [line('آموکسی‌سیلین', 21)]))
  await find('1384950613')
  await user.type(await screen.findByLabelText(words.ownPrice), '۱۲۰۰۰')
  await user.click(screen.getByRole('button', { name: new RegExp(words.price) }))
  await screen.findByText('prepared')
  expect(answers.inputsOf(prepareDelivery)).toEqual([{ ref: own, lines: [{ itemRef: 'ref-آموکسی‌سیلین', quantity: 21, unitPrice: 12_000 }] }])
})
