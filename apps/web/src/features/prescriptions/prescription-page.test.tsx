import { Failure } from '@noskhe/shared/failure'
import { findDispensing, findPrescription, listPrescriptions, registerPrescription } from '@noskhe/shared/prescriptions/contract'
import type { Dispensing, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { PrescriptionPage } from './prescription-page.tsx'
import { draftItem, id, item, keyOf, prescription, registered } from './testing/examples.ts'

afterEach(() => void vi.useRealTimers())

const given = (of: (delivered: number) => Dispensing['items'][number]['progress']['state'], delivered: number): Dispensing => ({
  state: 'answered',
  askedAt: '2026-11-25T09:00:00.000Z',
  items: [{ key: keyOf(0), progress: { delivered, remaining: 21 - delivered, state: of(delivered) } }],
})
const stateOf = (delivered: number) => (delivered === 0 ? 'waiting' : delivered < 21 ? 'partial' : 'delivered')

function open(it: Prescription) {
  const server = { it, dispensing: given(stateOf, 0) }
  const answers = new Answers()
    .on(findPrescription, () => server.it)
    .on(findDispensing, () => server.dispensing)
    .on(listPrescriptions, { prescriptions: [], next: null })
  renderPages({ [paths.prescription(':id')]: <PrescriptionPage />, [paths.compose]: <p>بیمار بعدی</p> }, paths.prescription(id))
  return { server, answers }
}

test('a registered prescription shows its code, and the next patient is one key away', async () => {
  open(registered())
  await screen.findByRole('heading', { name: 'نسخه ثبت شد' })
  screen.getByText('36250')
  await userEvent.setup().keyboard('{Alt>}n{/Alt}')
  await screen.findByText('بیمار بعدی')
})

test('what the pharmacy gives is shown and said aloud as it is given, and asked for until all is given', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { server, answers } = open(registered())
  await screen.findByText('تحویل نشده')
  server.dispensing = given(stateOf, 10)
  await act(() => vi.advanceTimersByTimeAsync(5_500))
  await screen.findByText('بخشی تحویل شده')
  expect(screen.getAllByRole('status').map((it) => it.textContent)).toContain('آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم: ۱۰ از ۲۱ عدد تحویل شد')
  server.dispensing = given(stateOf, 21)
  await act(() => vi.advanceTimersByTimeAsync(5_500))
  await screen.findByText('کامل تحویل شده')
  const asked = answers.inputsOf(findDispensing).length
  await act(() => vi.advanceTimersByTimeAsync(20_000))
  expect(answers.inputsOf(findDispensing)).toHaveLength(asked)
})

test('a payer that says nothing of deliveries is not taken for none', async () => {
  const { server } = open(registered())
  server.dispensing = { state: 'unanswered', askedAt: '2026-11-25T09:00:00.000Z', items: [] }
  await screen.findByText('بیمه اکنون از تحویل‌ها خبر نمی‌دهد. این به معنای تحویل‌نشدن نیست.')
  expect(screen.queryByText('تحویل نشده')).toBeNull()
})

test.each(['signed', 'registration-unknown', 'discarded'] as const)('%s: no tracking code, and nowhere is it called registered', async (status) => {
  open(prescription({ status, version: 1, items: [item(draftItem(0))] }))
  await screen.findByRole('heading', { name: 'نسخهٔ زهرا احمدی‌فر' })
  expect(screen.queryByText('کد رهگیری')).toBeNull()
  expect(screen.queryByText('نسخه ثبت شد')).toBeNull()
})

test('a status of registered without a code is not believed', async () => {
  open(registered({ trackingCode: null }))
  await screen.findByText('پاسخ بیمه نرسید؛ داریم می‌پرسیم که ثبت شده است یا نه')
  expect(screen.queryByText('نسخه ثبت شد')).toBeNull()
})

test('an unknown registration is never sent again by hand; when the answer comes, the code is shown by itself', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { server } = open(prescription({ status: 'registration-unknown', version: 1 }))
  await screen.findByText('پاسخ بیمه نرسید؛ داریم می‌پرسیم که ثبت شده است یا نه')
  expect(screen.queryByRole('button', { name: 'ثبت نسخه' })).toBeNull()
  server.it = registered()
  await act(() => vi.advanceTimersByTimeAsync(3_500))
  await screen.findByText('36250')
})

test('what is signed only can be registered; a refusal of the moment leaves it signed and says why', async () => {
  const { answers, server } = open(prescription({ status: 'signed', version: 1 }))
  answers.on(registerPrescription, new Failure('payer.refused', { reason: 'سامانهٔ بیمه شلوغ است' }))
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'ثبت نسخه' }))
  await screen.findByText(/سامانهٔ بیمه شلوغ است/)
  answers.on(registerPrescription, () => (server.it = registered()))
  await user.click(screen.getByRole('button', { name: 'ثبت نسخه' }))
  await screen.findByText('36250')
})

test('a refusal of the prescription opens the draft again with the insurer’s words', async () => {
  const { answers, server } = open(prescription({ status: 'signed', version: 1 }))
  answers.on(registerPrescription, () => {
    server.it = prescription({ refusal: 'این بیمار نزد بیمه نشانی ندارد', items: [] })
    return new Failure('payer.refused')
  })
  await userEvent.setup().click(await screen.findByRole('button', { name: 'ثبت نسخه' }))
  await waitFor(() => expect(answers.inputsOf(findPrescription).length).toBeGreaterThan(1))
  await screen.findByText('«این بیمار نزد بیمه نشانی ندارد»')
})
