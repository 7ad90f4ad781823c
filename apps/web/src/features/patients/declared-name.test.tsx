import { Failure } from '@noskhe/shared/failure'
import { declareCoverage } from '@noskhe/shared/patients/contract'
import { openDraft } from '@noskhe/shared/prescriptions/contract'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { encounter, givenAnswer } from './testing/given-answer.tsx'

const silent = encounter('unanswered', { reservedFor: ['salamat', 'tamin'] })
const takenOn = encounter('unconfirmed', {
  used: 'salamat',
  hid: { value: '01257DY9CX', issuer: 'salamat', insurer: 'salamat', issuedAt: silent.openedAt, state: 'bound', rejection: null },
})
const withSalamat = 'ادامه با بیمهٔ سلامت'

test('without a reserved HID there is no going on as insured', async () => {
  await givenAnswer(encounter('unanswered'))
  expect(screen.queryByRole('group', { name: 'ادامه با بیمه و شباد رزروشده' })).toBeNull()
})

test('without a name no insurer is asked, and the focus is where it is missing', async () => {
  const { user, answers } = await givenAnswer(silent)
  await user.click(screen.getByRole('button', { name: withSalamat }))
  screen.getByText('نام بیمار را بنویسید.')
  expect(document.activeElement).toBe(screen.getByLabelText('نام'))
  expect(answers.inputsOf(declareCoverage)).toEqual([])
})

async function reserve({ user }: Awaited<ReturnType<typeof givenAnswer>>) {
  await user.type(screen.getByLabelText('نام'), 'زهرا')
  await user.type(screen.getByLabelText('نام خانوادگی'), 'احمدی‌فر')
  await user.click(screen.getByRole('button', { name: withSalamat }))
}

test('the insurer that she named agrees: an insured prescription is opened in the declared name', async () => {
  const desk = await givenAnswer(silent)
  desk.answers.on(declareCoverage, takenOn)
  await reserve(desk)
  await waitFor(() =>
    expect(desk.answers.inputsOf(openDraft)).toEqual([
      { encounterId: silent.id, pays: 'insurer', declaredName: { firstName: 'زهرا', lastName: 'احمدی‌فر' } },
    ]),
  )
  expect(desk.answers.inputsOf(declareCoverage)).toEqual([{ id: silent.id, insurer: 'salamat' }])
})

test('the insurer does not cover her: said, nothing is opened, and the private way stays', async () => {
  const desk = await givenAnswer(silent)
  desk.answers.on(declareCoverage, new Failure('encounter.not-covered', { insurer: 'salamat' }))
  await reserve(desk)
  await screen.findByText(/پوشش بیمه برای این پذیرش تأیید نشده است/)
  expect(desk.answers.inputsOf(openDraft)).toEqual([])
  screen.getByRole('button', { name: 'نوشتن نسخهٔ آزاد' })
})
