import { Failure } from '@noskhe/shared/failure'
import { findPatientFacts, keepPatientFacts } from '@noskhe/shared/rules/contract'
import { noFacts } from '@noskhe/shared/rules/patient-facts'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { PatientFactsCard } from './patient-facts-card.tsx'

const id = '0199c0de-0000-7000-8000-0000000000d1'

async function givenCard({ canBePregnant = true, facts = noFacts } = {}) {
  const answers = new Answers()
    .on(findPatientFacts, { revision: 3, facts, recordedAt: null })
    .on(keepPatientFacts, ({ revision, facts: kept }) => ({ revision: revision + 1, facts: { ...noFacts, ...kept }, recordedAt: '2026-11-25T08:00:00.000Z' }))
  renderPages({ '/': <PatientFactsCard id={id} canBePregnant={canBePregnant} /> }, '/')
  await screen.findByText('حساسیت:')
  return { answers, user: userEvent.setup() }
}

test('what nobody asked her is not «ندارد»', async () => {
  await givenCard({ facts: { ...noFacts, allergies: [] } })
  expect(screen.getByText('ندارد')).toBeTruthy()
  expect(screen.getAllByText('پرسیده نشده')).toHaveLength(2)
})

test('allergies are kept by their group, another one by its name; digits of any script are a weight', async () => {
  const { answers, user } = await givenCard()
  await user.click(screen.getByRole('button', { name: 'ثبت سابقه' }))
  await user.click(await screen.findByRole('checkbox', { name: 'پنی‌سیلین' }))
  await user.type(screen.getByRole('textbox', { name: /حساسیت دیگر/ }), 'عسل')
  await user.click(screen.getByRole('radio', { name: 'باردار است' }))
  await user.type(screen.getByRole('textbox', { name: /وزن/ }), '۶۲٫۵')
  await user.click(screen.getByRole('button', { name: 'ثبت' }))
  await waitFor(() => expect(answers.inputsOf(keepPatientFacts)).toMatchObject([
    { revision: 3, facts: { allergies: [{ atc: 'J01C', name: 'پنی‌سیلین' }, { atc: null, name: 'عسل' }], isPregnant: true, weightKg: '62.5' } },
  ]))
  expect(await screen.findByText('۶۲٫۵ کیلوگرم')).toBeTruthy()
})

test('a man is not asked whether he is pregnant', async () => {
  const { answers, user } = await givenCard({ canBePregnant: false })
  await user.click(screen.getByRole('button', { name: 'ثبت سابقه' }))
  await user.click(await screen.findByRole('checkbox', { name: 'پرسیدم؛ حساسیتی ندارد' }))
  expect(screen.queryByRole('radio', { name: 'باردار است' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'ثبت' }))
  await waitFor(() => expect(answers.inputsOf(keepPatientFacts)).toMatchObject([{ facts: { allergies: [], isPregnant: null, weightKg: null } }]))
})

test('what a colleague changed meanwhile is said, and nothing is overwritten', async () => {
  const { answers, user } = await givenCard()
  answers.on(keepPatientFacts, new Failure('patient.facts-changed'))
  await user.click(screen.getByRole('button', { name: 'ثبت سابقه' }))
  await user.click(await screen.findByRole('button', { name: 'ثبت' }))
  expect(await screen.findByText(/همکار یا برگهٔ دیگری همین سابقه را عوض کرده است/)).toBeTruthy()
})
