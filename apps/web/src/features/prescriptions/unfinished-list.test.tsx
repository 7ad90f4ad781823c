import { listPrescriptions } from '@noskhe/shared/prescriptions/contract'
import type { Status } from '@noskhe/shared/prescriptions/lifecycle'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { id, summary } from './testing/examples.ts'
import { UnfinishedList } from './unfinished-list.tsx'

const signedId = '0199c0de-0000-7000-8000-0000000000d2'

function given(answer: (status: Status | undefined) => ReturnType<typeof summary>[]) {
  const answers = new Answers().on(listPrescriptions, ({ status }) => ({ prescriptions: answer(status), next: null }))
  renderPages({ '/': <UnfinishedList /> }, '/')
  return answers
}

test('drafts and what was signed without being registered are found again, each at its address', async () => {
  given((status) => (status === 'draft' ? [summary()] : status === 'signed' ? [summary({ id: signedId, status, patientName: 'سارا رضایی' })] : []))
  expect((await screen.findByRole('link', { name: 'زهرا احمدی‌فر' })).getAttribute('href')).toBe(paths.prescription(id))
  expect(screen.getByRole('link', { name: 'سارا رضایی' }).getAttribute('href')).toBe(paths.prescription(signedId))
  screen.getByText('امضاشده، ثبت‌نشده')
})

test('where nothing is unfinished, nothing is shown', async () => {
  const answers = given(() => [])
  await expect.poll(() => answers.inputsOf(listPrescriptions).length).toBe(3)
  expect(screen.queryByText('پیش‌نویس‌های باز')).toBeNull()
})
