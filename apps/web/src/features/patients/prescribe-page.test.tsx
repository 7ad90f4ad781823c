import { Failure } from '@noskhe/shared/failure'
import { NationalCode } from '@noskhe/shared/identifiers'
import { openEncounter } from '@noskhe/shared/patients/contract'
import type { Coverage, EligibilityState, Encounter } from '@noskhe/shared/patients/eligibility'
import { listPrescriptions, openDraft } from '@noskhe/shared/prescriptions/contract'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { PrescribePage } from './prescribe-page.tsx'
import { stateLook } from './words.ts'

const code = '1384950613'
const coverage: Coverage = { insurer: 'salamat', box: 'کارکنان دولت', validUntil: '2027-09-22', isValid: true, supplementary: null }

const encounter = (state: EligibilityState, more: Partial<Encounter> = {}): Encounter => ({
  id: '0199c0de-0000-7000-8000-0000000000e1',
  openedAt: '2026-11-25T08:00:00.000Z',
  identity: { kind: 'national-code', value: NationalCode.parse(code) },
  newbornBirthDate: null,
  state,
  person: state === 'unknown' || state === 'unanswered' ? null : { firstName: 'زهرا', lastName: 'احمدی‌فر', gender: 'female', birthDate: '1990-07-03' },
  coverages: state === 'covered' ? [coverage] : [],
  used: state === 'covered' ? 'salamat' : null,
  hid: state === 'covered' ? { value: '54253UB2LV', issuer: 'salamat', insurer: 'salamat', issuedAt: '2026-11-25T08:00:00.000Z', state: 'issued', rejection: null } : null,
  choice: null,
  reservedFor: [],
  contactPhone: null,
  message: null,
  ...more,
})

function given(answer: Encounter | Failure | 'unreachable') {
  const answers = new Answers()
    .on(openEncounter, () => answer)
    .on(listPrescriptions, { prescriptions: [], next: null })
    .on(openDraft, new Failure('payer.account-missing'))
  renderPages({ [paths.compose]: <PrescribePage /> }, paths.compose)
  const box = screen.getByRole('textbox', { name: 'کد ملی' })
  return { answers, box, user: userEvent.setup() }
}

const insured = 'نوشتن نسخهٔ بیمه‌ای'
const free = 'نوشتن نسخهٔ آزاد'
const again = 'دوباره بپرس'

test.each<[EligibilityState, { waysOn: string[]; ready: string | null }]>([
  ['covered', { waysOn: [insured, free], ready: insured }],
  ['uninsured', { waysOn: [free], ready: free }],
  ['expired', { waysOn: [free], ready: free }],
  ['not-connected', { waysOn: [free], ready: free }],
  ['deceased', { waysOn: [free], ready: null }],
  ['blocked', { waysOn: [free], ready: null }],
  ['unknown', { waysOn: [again, free], ready: null }],
  ['unanswered', { waysOn: [again, free], ready: again }],
  ['unconfirmed', { waysOn: [free], ready: null }],
])('%s says its words and leaves its ways on', async (state, { waysOn, ready }) => {
  const { user, box } = given(encounter(state))
  await user.type(box, `${code}{Enter}`)
  await screen.findByText(stateLook[state].title)
  screen.getByText(stateLook[state].body)
  const offered = [insured, free, again].filter((name) => screen.queryByRole('button', { name }))
  expect(offered.toSorted()).toEqual(waysOn.toSorted())
  expect(document.activeElement).toBe(ready === null ? box : screen.getByRole('button', { name: ready }))
})

test('a wrong check digit is said before anybody is asked, and nobody is', async () => {
  const { user, box, answers } = given(encounter('covered'))
  await user.type(box, '1384950612{Enter}')
  screen.getByText('این کد ملی درست نیست؛ رقم‌ها را با کارت بیمار بازبینی کنید.')
  expect(answers.inputsOf(openEncounter)).toEqual([])
  expect(document.activeElement).toBe(box)
})

test('Persian digits are asked as Latin ones', async () => {
  const { user, box, answers } = given(encounter('covered'))
  await user.type(box, '۱۳۸۴۹۵۰۶۱۳{Enter}')
  await screen.findByText('زهرا احمدی‌فر')
  expect(answers.inputsOf(openEncounter)).toEqual([{ identity: { kind: 'national-code', value: code }, newbornBirthDate: null }])
})

test('the answer for one patient does not stand under the number of another', async () => {
  const { user, box } = given(encounter('covered'))
  await user.type(box, `${code}{Enter}`)
  await screen.findByText('زهرا احمدی‌فر')
  await user.type(box, '{Backspace}')
  expect(screen.queryByText('زهرا احمدی‌فر')).toBeNull()
})

test.each([
  ['the network is away', 'unreachable' as const, /به سرور نرسیدیم/],
  ['the centre may not work', new Failure('centre.inactive'), /پروانهٔ این مرکز فعال نیست/],
])('%s: said, and what was typed stays', async (_, answer, words) => {
  const { user, box } = given(answer)
  await user.type(box, `${code}{Enter}`)
  await screen.findByText(words)
  expect(box).toHaveProperty('value', '۱۳۸۴۹۵۰۶۱۳')
})

test('a person whom nobody knows is named by the doctor, for a private prescription', async () => {
  const { user, box, answers } = given(encounter('unknown'))
  await user.type(box, `${code}{Enter}`)
  await user.type(await screen.findByLabelText('نام'), 'سارا')
  await user.click(screen.getByRole('button', { name: free }))
  screen.getByText('نام خانوادگی بیمار را بنویسید.')
  expect(answers.inputsOf(openDraft)).toEqual([])
  await user.type(screen.getByLabelText('نام خانوادگی'), 'رضایی{Enter}')
  await waitFor(() =>
    expect(answers.inputsOf(openDraft)).toEqual([
      { encounterId: encounter('unknown').id, pays: 'private', declaredName: { firstName: 'سارا', lastName: 'رضایی' } },
    ]),
  )
})

test('a newborn is asked for under the mother’s code with the day of birth', async () => {
  const { user, box, answers } = given(encounter('covered'))
  await user.type(box, code)
  await user.click(screen.getByRole('checkbox'))
  await user.type(box, '{Enter}')
  screen.getByText('تاریخ تولد نوزاد را مانند ۱۴۰۵/۰۸/۲۵ بنویسید.')
  await user.type(screen.getByLabelText('تاریخ تولد نوزاد'), '۱۴۰۵/۰۸/۲۵{Enter}')
  await waitFor(() => expect(answers.inputsOf(openEncounter)).toEqual([{ identity: { kind: 'national-code', value: code }, newbornBirthDate: '2026-11-16' }]))
})

test('of two coverages the one that is used is named', async () => {
  const { user, box } = given(encounter('covered', { coverages: [coverage, { ...coverage, insurer: 'tamin' }] }))
  await user.type(box, `${code}{Enter}`)
  await screen.findByText('این بیمار بیش از یک پوشش معتبر دارد. نسخه با پوشش نشان‌شده ثبت می‌شود.')
  expect(screen.getByText('همین استفاده می‌شود').closest('li')?.textContent).toContain('بیمهٔ سلامت')
})

test('a draft that cannot be opened says why and leaves the answer', async () => {
  const { user, box } = given(encounter('covered'))
  await user.type(box, `${code}{Enter}`)
  await user.click(await screen.findByRole('button', { name: insured }))
  await screen.findByText(/نام کاربری شما نزد این بیمه ثبت نشده است/)
  screen.getByRole('button', { name: insured })
})
