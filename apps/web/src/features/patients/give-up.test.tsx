import { Failure } from '@noskhe/shared/failure'
import { giveUpEncounter } from '@noskhe/shared/patients/contract'
import type { TrackedHid } from '@noskhe/shared/patients/eligibility'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { encounter, givenAnswer } from './testing/given-answer.tsx'

const covered = encounter('covered')
const hid = (state: TrackedHid['state']): TrackedHid => ({
  value: '54253UB2LV', issuer: 'salamat', insurer: 'salamat', issuedAt: covered.openedAt, state, rejection: null,
})
const label = 'انصراف از ویزیت'

async function givenDialog() {
  const desk = await givenAnswer(covered)
  desk.answers.on(giveUpEncounter, encounter('covered', { hid: hid('eliminating') }))
  await desk.user.click(screen.getByRole('button', { name: label }))
  const dialog = await screen.findByRole('dialog', { name: 'از ویزیت زهرا احمدی‌فر انصراف می‌دهید؟' })
  return { ...desk, dialog: within(dialog) }
}

test('given up with its reason, the box is ready for the next patient', async () => {
  const { user, dialog, answers } = await givenDialog()
  await user.click(dialog.getByRole('radio', { name: 'بیمار اشتباه بود' }))
  await user.click(dialog.getByRole('button', { name: label }))
  await screen.findByText('از ویزیت زهرا احمدی‌فر انصراف دادید و شباد آن ابطال می‌شود.')
  expect(answers.inputsOf(giveUpEncounter)).toEqual([{ id: covered.id, reason: 'wrong-person' }])
  const box = screen.getByRole('textbox', { name: /^کد ملی/ })
  expect(box).toHaveProperty('value', '')
  await waitFor(() => expect(document.activeElement).toBe(box))
})

test('not given up without a second press', async () => {
  const { user, dialog, answers } = await givenDialog()
  await user.click(dialog.getByRole('button', { name: 'ویزیت ادامه دارد' }))
  expect(answers.inputsOf(giveUpEncounter)).toEqual([])
  screen.getByText('تحت پوشش بیمه')
})

test('a visit in which something is written stays, and why is said', async () => {
  const { user, dialog, answers } = await givenDialog()
  answers.on(giveUpEncounter, new Failure('encounter.in-use'))
  await user.click(dialog.getByRole('button', { name: label }))
  await dialog.findByText('در این مراجعه نسخه نوشته شده است؛ نخست آن را کنار بگذارید.')
})

test.each([
  ['no HID', encounter('uninsured')],
  ['a rejected HID', encounter('covered', { hid: hid('rejected') })],
  ['a HID that is being taken back', encounter('covered', { hid: hid('eliminating') })],
])('%s: there is nothing to give up', async (_, it) => {
  await givenAnswer(it)
  expect(screen.queryByRole('button', { name: label })).toBeNull()
})
