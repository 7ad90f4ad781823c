import type { Act } from '@noskhe/shared/prescriptions/act'
import { saveAct } from '@noskhe/shared/referrals/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Failure } from '@noskhe/shared/failure'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { paths } from '../../../paths.ts'
import { Answers } from '../../../testing/answers.ts'
import { renderPages } from '../../../testing/render-page.tsx'
import { id, prescription } from '../testing/examples.ts'
import { ActDesk } from './act-desk.tsx'

const referral: Act = {
  kind: 'referral',
  specialties: [{ code: '151320', title: 'متخصص قلب و عروق' }],
  canNameColleague: true,
  specialty: null,
  to: null,
  reason: '',
  isUrgent: false,
}
const feedback: Act = {
  kind: 'feedback',
  referral: { trackingCode: '2718281', writtenAt: '2026-11-23T08:00:00.000Z', from: { name: 'احمد سلیم', specialty: 'پزشک عمومی' }, reasons: ['تپش قلب'], diagnosis: null, isUrgent: false, ordered: [] },
  questions: [{ code: '1', title: 'ادامهٔ درمان؟', answers: [{ code: '1', title: 'بله' }, { code: '2', title: 'خیر' }] }],
  takesItems: false,
  text: '',
  answers: [],
}

let answers: Answers
let stored: Prescription
beforeEach(() => {
  answers = new Answers().on(saveAct, () => {
    stored = { ...stored, revision: stored.revision + 1 }
    return stored
  })
})

function given(act: Act) {
  stored = prescription({ act })
  renderPages({ [paths.prescription(id)]: <ActDesk it={stored} act={act} />, [paths.review(id)]: <p>بازبینی</p> }, paths.prescription(id))
  return userEvent.setup()
}

const review = () => screen.getByRole('button', { name: /بازبینی و امضا/ })

test('what is missing is said at its place, and nothing goes to the review', async () => {
  const user = given(referral)
  await user.click(review())
  expect(screen.getByText('تخصص را برگزینید.')).toBeDefined()
  expect(screen.getByText('علت را بنویسید.')).toBeDefined()
  expect(document.activeElement).toBe(screen.getByLabelText('به کدام تخصص'))
  expect(screen.getByTestId('address').textContent).toMatch(/d1$/)
})

test('what is written is kept as it is left, each over the revision before it, and then reviewed', async () => {
  const user = given(referral)
  await user.selectOptions(screen.getByLabelText('به کدام تخصص'), 'متخصص قلب و عروق')
  await user.type(screen.getByLabelText('علت ارجاع و آنچه می‌خواهید'), 'تپش قلب')
  await user.click(review())
  expect(await screen.findByText('بازبینی')).toBeDefined()
  const kept = answers.inputsOf(saveAct)
  expect(kept.at(-1)).toMatchObject({ act: { kind: 'referral', specialty: '151320', reason: 'تپش قلب', to: null, isUrgent: false } })
  const first = kept[0]?.['revision'] as number
  expect(kept.map(({ revision }) => revision)).toEqual(kept.map((_, place) => first + place))
})

test('a number that is no colleague’s is not sent', async () => {
  const user = given(referral)
  await user.type(screen.getByLabelText(/شمارهٔ نظام پزشکی همکار/), '12')
  await user.click(review())
  expect(screen.getByText('شمارهٔ نظام پزشکی چهار تا هشت رقم است.')).toBeDefined()
})

test('where the insurer has no place for a colleague, none is asked for', () => {
  given({ ...referral, canNameColleague: false })
  expect(screen.queryByLabelText(/شمارهٔ نظام پزشکی همکار/)).toBeNull()
})

test('a feedback stands below what was asked, and every question of the insurer is answered', async () => {
  const user = given(feedback)
  expect(screen.getByRole('region', { name: 'آنچه پزشک ارجاع‌دهنده نوشته است' }).textContent).toContain('تپش قلب')
  await user.type(screen.getByLabelText('پاسخ شما به پزشک ارجاع‌دهنده'), 'اکو طبیعی است')
  await user.click(review())
  expect(screen.getByText('یکی را برگزینید.')).toBeDefined()
  await user.click(screen.getByRole('radio', { name: 'خیر' }))
  await user.click(review())
  expect(await screen.findByText('بازبینی')).toBeDefined()
  expect(answers.inputsOf(saveAct).at(-1)).toMatchObject({ act: { kind: 'feedback', text: 'اکو طبیعی است', answers: [{ question: '1', answer: '2' }] } })
})

test('medicines are written under the visit only where it is one', () => {
  given(feedback)
  expect(screen.queryByRole('button', { name: 'نوشتن دارو و خدمت در همین ویزیت' })).toBeNull()
})

test('and are one press away where the insurer takes them with the answer', () => {
  given({ ...feedback, takesItems: true })
  expect(screen.getByRole('button', { name: /نوشتن دارو و خدمت در همین ویزیت|ویرایش اقلام این ویزیت/ })).toBeDefined()
})

test('what could not be kept is said, and the review waits', async () => {
  answers.on(saveAct, new Failure('prescription.changed-elsewhere'))
  const user = given({ ...referral, specialty: { code: '151320', title: 'متخصص قلب و عروق' } })
  await user.type(screen.getByLabelText('علت ارجاع و آنچه می‌خواهید'), 'تپش قلب')
  await user.click(review())
  expect(await screen.findByRole('alert')).toBeDefined()
  expect(screen.getByTestId('address').textContent).toMatch(/d1$/)
})

test('a key that leads away takes nothing of what is written with it: it is kept', async () => {
  const user = given(referral)
  await user.type(screen.getByLabelText('علت ارجاع و آنچه می‌خواهید'), 'تپش قلب')
  expect(answers.inputsOf(saveAct)).toEqual([])
  cleanup()
  await waitFor(() => expect(answers.inputsOf(saveAct)).toMatchObject([{ act: { kind: 'referral', reason: 'تپش قلب' } }]))
})

test('what was not touched is not kept anew when it is left', async () => {
  given(referral)
  cleanup()
  await new Promise((resolve) => setTimeout(resolve))
  expect(answers.inputsOf(saveAct)).toEqual([])
})
