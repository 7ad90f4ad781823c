import { chooseCentre, findSession } from '@noskhe/shared/auth/contract'
import { Failure } from '@noskhe/shared/failure'
import type { Session } from '@noskhe/shared/auth/session'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { CentrePage } from './centre-page.tsx'
import { CentreGuard, SessionGuard } from './index.ts'
import { clinic, givenSession, office, shut } from './testing/given-session.ts'

function open(session: Session, answers = new Answers(), at = '/centre') {
  answers.on(findSession, session)
  const guarded = (
    <SessionGuard>
      <CentreGuard />
    </SessionGuard>
  )
  renderPages({ '/centre': <SessionGuard><CentrePage /></SessionGuard>, '/': <h1>خانه</h1>, '/prescriptions': guarded }, at)
  return answers
}
const card = (name: string) => screen.findByRole('button', { name: new RegExp(name) })

test('she works where she says, and goes on', async () => {
  const answers = open(givenSession(), new Answers().on(chooseCentre, givenSession({ at: office })))
  await userEvent.click(await card(office.centreName))
  expect(await screen.findByRole('heading', { name: 'خانه' })).toBeTruthy()
  expect(answers.inputsOf(chooseCentre)).toEqual([{ siamId: 'SIAM-2', role: 'prescriber' }])
})

test('a shut centre can be chosen, and is refused in the words of SIAM where it stands', async () => {
  open(givenSession({ posts: [clinic, shut] }), new Answers().on(chooseCentre, new Failure('centre.inactive', { reason: 'تعلیق تا پایان آذر' })))
  expect(within(await card(shut.centreName)).getByText('پروانه تعلیق شده')).toBeTruthy()
  await userEvent.click(await card(shut.centreName))
  const refusal = await screen.findByRole('alert')
  expect(refusal.textContent).toMatch(/فعال نیست.*«تعلیق تا پایان آذر»/)
  expect(within(refusal.closest('li') ?? document.body).getByText(shut.centreName)).toBeTruthy()
})

test('a silent SIAM does not make a licence active', async () => {
  open(givenSession({ arePostsAnswered: false, posts: [{ ...clinic, licence: { state: 'unanswered', reason: null } }] }))
  const only = await card(clinic.centreName)
  expect(within(only).getByText('سیام پاسخ نداد')).toBeTruthy()
  expect(within(only).queryByText('پروانه فعال')).toBeNull()
})

test.each([
  ['nothing is known', false, 'سیام اکنون پاسخ نمی‌دهد'],
  ['SIAM lists her nowhere', true, 'هیچ مرکزی شما را در سیام ثبت نکرده است'],
])('where %s it says that, and not the other', async (_, arePostsAnswered, sentence) => {
  open(givenSession({ posts: [], arePostsAnswered }))
  expect(await screen.findByText(sentence)).toBeTruthy()
})

test('the only post is taken by itself when she passes through', async () => {
  const answers = open(givenSession({ posts: [clinic] }), new Answers().on(chooseCentre, givenSession({ posts: [clinic], at: clinic })), '/prescriptions')
  await screen.findByRole('heading', { name: 'امروز کجا کار می‌کنید؟' }).catch(() => undefined)
  await expect.poll(() => screen.getByTestId('address').textContent).toBe('/prescriptions')
  expect(answers.inputsOf(chooseCentre)).toEqual([{ siamId: 'SIAM-1', role: 'prescriber' }])
})

test('it is not taken by itself when it is shut', async () => {
  const answers = open(givenSession({ posts: [shut] }), new Answers(), '/prescriptions')
  await card(shut.centreName)
  expect(answers.inputsOf(chooseCentre)).toEqual([])
})
