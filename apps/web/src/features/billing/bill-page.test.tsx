import type { InsurerBill } from '@noskhe/shared/billing/bill'
import { findMonthlyBill } from '@noskhe/shared/billing/contract'
import { Failure } from '@noskhe/shared/failure'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { BillPage } from './bill-page.tsx'
import { words } from './words.ts'

let answers: Answers
const user = userEvent.setup()

beforeEach(() => {
  answers = new Answers()
})

const insurer = (more: Partial<InsurerBill> = {}): InsurerBill => ({
  insurer: 'salamat',
  state: 'answered',
  advice: null,
  lines: [
    { billRef: '1', kind: 'drug', title: 'نسخ دارویی', fund: 'کارکنان دولت', count: 2, insurerShare: 8_000, note: '' },
    { billRef: '1', kind: 'drug', title: 'نسخ دارویی', fund: 'روستاییان', count: 1, insurerShare: 2_000, note: '' },
  ],
  insurerShare: 10_000,
  ours: { registered: 0, delivered: 3, insurerShare: 10_000, patientShare: 4_000 },
  ...more,
})
const silent = insurer({ insurer: 'tamin', state: 'unanswered', lines: [], insurerShare: 0, ours: { registered: 0, delivered: 0, insurerShare: 0, patientShare: 0 } })
const bill = (...insurers: InsurerBill[]) => ({ centreName: 'داروخانهٔ نیکان', year: 1405, month: 8, insurers })
const open = () => renderPages({ '/billing': <BillPage /> }, '/billing?year=1405&month=8')

test('the month is answered in one line, and our own account that agrees is said to agree', async () => {
  answers.on(findMonthlyBill, bill(insurer()))
  open()
  expect(await screen.findByText('۱۰٬۰۰۰ ریال طلب از بیمهٔ سلامت در آبان ۱۴۰۵')).toBeTruthy()
  expect(screen.getByText('حساب دارو با دفتر ما یکی است.')).toBeTruthy()
  expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(4)
})

test('a difference is said in words, in money and in count', async () => {
  answers.on(findMonthlyBill, bill(insurer({ ours: { registered: 0, delivered: 4, insurerShare: 12_500, patientShare: 0 } })))
  open()
  expect(await screen.findByText('حساب دارو نزد بیمه ۲٬۵۰۰ ریال کمتر و ۱ تحویل کمتر از دفتر ماست.')).toBeTruthy()
})

test('a bill of visits is not compared with what we do not price', async () => {
  const visits = insurer({
    lines: [{ billRef: '1', kind: 'visit', title: 'ویزیت', fund: 'روستاییان', count: 5, insurerShare: 5_000, note: '' }],
    insurerShare: 5_000,
    ours: { registered: 7, delivered: 0, insurerShare: 0, patientShare: 0 },
  })
  answers.on(findMonthlyBill, bill(visits))
  open()
  await screen.findByText(/۵٬۰۰۰ ریال طلب/)
  expect(screen.queryByText(/دفتر ماست/)).toBeNull()
  expect(screen.getByText('۷')).toBeTruthy()
})

test('a silent insurer is not an empty bill, and the sum is not said to be whole', async () => {
  answers.on(findMonthlyBill, bill(insurer(), silent))
  open()
  expect(await screen.findByText(/؛ تأمین اجتماعی هنوز نگفته است$/)).toBeTruthy()
  expect(screen.getByText(words.unanswered)).toBeTruthy()
})

test('silence alone claims nothing', async () => {
  answers.on(findMonthlyBill, bill(silent))
  open()
  expect(await screen.findByText('تأمین اجتماعی صورتحساب آبان ۱۴۰۵ را نگفت.')).toBeTruthy()
  expect(screen.queryByText(words.emptyMonth)).toBeNull()
})

test('a month without lines is empty, in words', async () => {
  answers.on(findMonthlyBill, bill(insurer({ lines: [], insurerShare: 0, ours: { registered: 0, delivered: 0, insurerShare: 0, patientShare: 0 } })))
  open()
  expect(await screen.findByText(words.emptyMonth)).toBeTruthy()
  expect(screen.getByText('بیمهٔ سلامت در آبان ۱۴۰۵ صورتحسابی ندارد')).toBeTruthy()
})

test('the month before is one press away and stands in the address', async () => {
  answers.on(findMonthlyBill, ({ year, month }) => ({ ...bill(insurer()), year: Number(year), month: Number(month) }))
  open()
  await screen.findByText(/آبان ۱۴۰۵$/, { selector: 'p' })
  await user.click(screen.getByRole('button', { name: words.previous }))
  expect(await screen.findByText(/مهر ۱۴۰۵$/, { selector: 'p' })).toBeTruthy()
  expect(screen.getByTestId('address').textContent).toBe('/billing?year=1405&month=7')
})

test('a centre without an account is told what to do', async () => {
  answers.on(findMonthlyBill, new Failure('payer.account-missing'))
  open()
  expect(await screen.findByText(words.noAccount)).toBeTruthy()
})

test('a bill that could not be fetched is fetched again', async () => {
  answers.on(findMonthlyBill, 'unreachable')
  open()
  await screen.findByText(/به سرور نرسیدیم/)
  answers.on(findMonthlyBill, bill(insurer()))
  await user.click(screen.getByRole('button', { name: 'دوباره تلاش کن' }))
  expect(await screen.findByText(/۱۰٬۰۰۰ ریال طلب/)).toBeTruthy()
})
