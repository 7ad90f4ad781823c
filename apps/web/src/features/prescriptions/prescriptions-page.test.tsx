import { listPrescriptions } from '@noskhe/shared/prescriptions/contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { PrescriptionsPage } from './prescriptions-page.tsx'
import { id, summary } from './testing/examples.ts'

const open = () => renderPages({ [paths.prescriptions]: <PrescriptionsPage />, [paths.prescription(':id')]: <p>همان نسخه</p> }, paths.prescriptions)

test('an empty list says what will stand here and how to begin', async () => {
  new Answers().on(listPrescriptions, { prescriptions: [], next: null })
  open()
  await screen.findByText('هنوز نسخه‌ای ننوشته‌اید')
  expect(screen.getByRole('link', { name: 'نوشتن نسخه' }).getAttribute('href')).toBe(paths.compose)
})

test('a list that cannot be fetched is never shown as empty, and can be asked for again', async () => {
  const answers = new Answers().on(listPrescriptions, 'unreachable')
  open()
  await screen.findByRole('alert')
  expect(screen.queryByText('هنوز نسخه‌ای ننوشته‌اید')).toBeNull()
  answers.on(listPrescriptions, { prescriptions: [summary()], next: null })
  await userEvent.setup().click(screen.getByRole('button', { name: 'دوباره تلاش کن' }))
  await screen.findByRole('link', { name: 'زهرا احمدی‌فر' })
})

test('each row tells who, how it stands and by which code it is found', async () => {
  new Answers().on(listPrescriptions, { prescriptions: [summary({ status: 'registered', trackingCode: '36250' })], next: null })
  open()
  const row = (await screen.findByRole('link', { name: 'زهرا احمدی‌فر' })).closest('tr')
  if (!row) throw new Error('no row')
  within(row).getByText('ثبت‌شده')
  expect(within(row).getAllByText('36250').length).toBeGreaterThan(0)
  await userEvent.setup().click(within(row).getByText('ثبت‌شده'))
  await screen.findByText('همان نسخه')
})

test('older ones come on demand, after those that are there', async () => {
  const before = '2026-11-24T08:00:00.000Z'
  new Answers().on(listPrescriptions, (input) =>
    input.before === before
      ? { prescriptions: [summary({ id: '0199c0de-0000-7000-8000-0000000000d9', patientName: 'سارا رضایی' })], next: null }
      : { prescriptions: [summary({ id })], next: before },
  )
  open()
  await userEvent.setup().click(await screen.findByRole('button', { name: 'قدیمی‌ترها' }))
  await screen.findByRole('link', { name: 'سارا رضایی' })
  expect(screen.getAllByRole('row')).toHaveLength(3)
})
