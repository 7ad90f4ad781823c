import { Phone } from '@noskhe/shared/identifiers'
import { saveContact } from '@noskhe/shared/patients/contract'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { encounter, givenAnswer } from './testing/given-answer.tsx'

const known = encounter('covered', { contactPhone: Phone.parse('09124417733') })

async function givenField(it = known) {
  const desk = await givenAnswer(it)
  desk.answers.on(saveContact, it)
  const field = screen.getByLabelText(/شمارهٔ تماس بیمار/)
  return { ...desk, field }
}

test('the number of last time is offered', async () => {
  const { field } = await givenField()
  expect(field).toHaveProperty('value', '۰۹۱۲۴۴۱۷۷۳۳')
})

test('a new one is kept in Latin digits, and that is said', async () => {
  const { user, field, answers } = await givenField(encounter('covered'))
  await user.type(field, '۰۲۱۸۸۷۷۶۶۵۵{Enter}')
  await screen.findByText('شماره نگه داشته شد.')
  expect(answers.inputsOf(saveContact)).toEqual([{ id: known.id, phone: '02188776655' }])
})

test('emptied, it is forgotten', async () => {
  const { user, field, answers } = await givenField()
  await user.clear(field)
  await user.type(field, '{Enter}')
  await waitFor(() => expect(answers.inputsOf(saveContact)).toEqual([{ id: known.id, phone: null }]))
})

test('what is no number is not sent', async () => {
  const { user, field, answers } = await givenField(encounter('covered'))
  await user.type(field, '0912{Enter}')
  screen.getByText('شمارهٔ تماس ۱۱ رقم است و با ۰ آغاز می‌شود.')
  expect(answers.inputsOf(saveContact)).toEqual([])
})

test('changed after it was kept, it is no longer said to be', async () => {
  const { user, field } = await givenField()
  await user.type(field, '{Enter}')
  await screen.findByText('شماره نگه داشته شد.')
  await user.type(field, '{Backspace}')
  expect(screen.queryByText('شماره نگه داشته شد.')).toBeNull()
})

test('the network is away: said, and what was typed stays', async () => {
  const { user, field, answers } = await givenField()
  answers.on(saveContact, () => 'unreachable')
  await user.type(field, '{Enter}')
  await screen.findByText(/به سرور نرسیدیم/)
  expect(field).toHaveProperty('value', '۰۹۱۲۴۴۱۷۷۳۳')
})
