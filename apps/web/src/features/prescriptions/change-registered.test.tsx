import { Failure } from '@noskhe/shared/failure'
import { cancelPrescription, discardDraft, editPrescription, findDispensing, findPrescription, listPrescriptions } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { changesBetween } from './composer/difference.tsx'
import { PrescriptionPage } from './prescription-page.tsx'
import { draftItem, id, item, keyOf, prescription, registered } from './testing/examples.ts'

const line = item(draftItem(0))
const justNow = new Date().toISOString()
const amending = (more: Partial<NonNullable<Prescription['amending']>> = {}) => ({ since: justNow, version: 1, items: [line], cancellation: null, ...more })

function open(it: Prescription, delivered = 0) {
  const server = { it }
  const progress = { delivered, remaining: 21 - delivered, state: delivered === 0 ? ('waiting' as const) : ('partial' as const) }
  const answers = new Answers()
    .on(findPrescription, () => server.it)
    .on(findDispensing, { state: 'answered', askedAt: justNow, items: [{ key: keyOf(0), progress }] })
    .on(listPrescriptions, { prescriptions: [], next: null })
  const pages = { [paths.prescription(':id')]: <PrescriptionPage />, [paths.review(':id')]: <p>بازبینی لغو</p> }
  renderPages(pages, paths.prescription(id))
  return { server, answers, user: userEvent.setup() }
}
const fresh = (more: Partial<Prescription> = {}) => registered({ registeredAt: justNow, ...more })

test('a refusal to reopen is said, and the prescription stays on the screen', async () => {
  const { answers, user } = open(fresh())
  answers.on(editPrescription, new Failure('prescription.dispensed'))
  await user.click(await screen.findByRole('button', { name: 'ویرایش' }))
  await screen.findByText(/بخشی از این نسخه تحویل شده است/)
  screen.getByText('36250')
})

test('nothing is offered once something was given', async () => {
  open(fresh(), 7)
  await screen.findByText('بخشی از نسخه تحویل شده است؛ دیگر ویرایش و لغو نمی‌شود.')
  expect(screen.queryByRole('button', { name: 'ویرایش' })).toBeNull()
})

test('nothing is offered after the insurer’s window', async () => {
  open(registered({ registeredAt: '2026-01-01T08:00:00.000Z' }))
  await screen.findByText('مهلت ویرایش نزد این بیمه‌گر گذشته است.')
})

test('an insurer that takes nothing back is not offered a cancellation', async () => {
  open(fresh({ insurer: 'salamat' }))
  await screen.findByText(/لغو کامل ندارد/)
  expect(screen.queryByRole('button', { name: 'لغو نسخه…' })).toBeNull()
})

test('a cancellation without a reason is not sent', async () => {
  const { answers, user } = open(fresh({ insurer: 'tamin' }))
  await user.click(await screen.findByRole('button', { name: 'لغو نسخه…' }))
  await user.click(await screen.findByRole('button', { name: 'رفتن به امضای لغو' }))
  await screen.findByText('دلیل لغو را برگزینید.')
  expect(answers.inputsOf(cancelPrescription)).toEqual([])
})

test('a cancellation with its reason leads to the signature', async () => {
  const { answers, server, user } = open(fresh({ insurer: 'tamin' }))
  answers.on(cancelPrescription, () => (server.it = prescription({ trackingCode: '36250', amending: amending({ cancellation: { reason: 'duplicate', note: '' } }) })))
  await user.click(await screen.findByRole('button', { name: 'لغو نسخه…' }))
  await user.click(await screen.findByLabelText('تکراری است'))
  await user.click(screen.getByRole('button', { name: 'رفتن به امضای لغو' }))
  await screen.findByText('بازبینی لغو')
  expect(answers.inputsOf(cancelPrescription)).toEqual([{ id, version: 1, cancellation: { reason: 'duplicate', note: '' } }])
})

test('a cancellation that is not signed yet says that the prescription stands, and can be left', async () => {
  const { answers, server, user } = open(prescription({ trackingCode: '36250', amending: amending({ cancellation: { reason: 'duplicate', note: '' } }) }))
  await screen.findByText('لغو این نسخه هنوز امضا نشده است')
  answers.on(discardDraft, () => (server.it = fresh()))
  await user.click(screen.getByRole('button', { name: 'گذشتن از لغو' }))
  await screen.findByRole('heading', { name: 'نسخه ثبت شد' })
})

test('what is taken back is not called registered', async () => {
  open(prescription({ status: 'cancelled', version: 2, trackingCode: '36250' }))
  await screen.findByText('این نسخه لغو شده است')
  expect(screen.queryByText('نسخه ثبت شد')).toBeNull()
})

test.each([
  ['nothing', [line], []],
  ['another quantity', [{ ...line, quantity: 10 }], ['changed']],
  ['an item more', [line, item(draftItem(1))], ['added']],
  ['an item less', [], ['removed']],
])('the difference of %s', (_, after, what) => expect(changesBetween([line], after).map((it) => it.what)).toEqual(what))
