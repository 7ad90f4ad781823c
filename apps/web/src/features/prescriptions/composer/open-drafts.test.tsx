import { listPrescriptions } from '@noskhe/shared/prescriptions/contract'
import type { PrescriptionSummary } from '@noskhe/shared/prescriptions/prescription'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draftItem, id, item, prescription, summary } from '../testing/examples.ts'
import { givenDesk } from '../testing/given-desk.tsx'

const another = '0199c0de-0000-7000-8000-0000000000d2'
const ava = summary({ id: another, patientName: 'آوا سلیمانی', itemCount: 2, writtenAt: '2026-11-25T07:00:00.000Z' })
const zahra = summary({ id, patientName: 'زهرا احمدی‌فر', itemCount: 0 })

const desk = (drafts: PrescriptionSummary[]) =>
  givenDesk({
    it: prescription({ revision: 2, items: [item(draftItem(0))] }),
    also: (answers) => void answers.on(listPrescriptions, ({ status }) => ({ prescriptions: status === 'draft' ? drafts : [], next: null })),
  })

test('where this draft is the only one, there is nothing to switch to', async () => {
  await desk([zahra])
  expect(screen.queryByRole('navigation', { name: 'پیش‌نویس‌های باز' })).toBeNull()
})

test('each patient she writes for is there, oldest first, this one as it now is on the screen', async () => {
  await desk([zahra, ava])
  const strip = await screen.findByRole('navigation', { name: 'پیش‌نویس‌های باز' })
  const links = within(strip).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('aria-label'))).toEqual(['پیش‌نویس آوا سلیمانی، ۲ قلم', 'پیش‌نویس زهرا احمدی‌فر، ۱ قلم'])
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'page'])
})

test('Alt, Shift and a number lead to the patient of that number; without Shift the number is the navigation’s', async () => {
  const { user } = await desk([zahra, ava])
  await screen.findByRole('navigation', { name: 'پیش‌نویس‌های باز' })
  await user.keyboard('{Alt>}1{/Alt}')
  expect(screen.getByTestId('address').textContent).toBe(`/prescriptions/${id}`)
  await user.keyboard('{Alt>}{Shift>}[Digit1]{/Shift}{/Alt}')
  expect(screen.getByTestId('address').textContent).toBe(`/prescriptions/${another}`)
})
