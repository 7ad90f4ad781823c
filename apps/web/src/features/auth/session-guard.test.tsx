import { endOtherSession, findSession, prolongSession, signOut } from '@noskhe/shared/auth/contract'
import { Failure } from '@noskhe/shared/failure'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useLocation } from 'react-router'
import { expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { onBeforeSessionEnd, OtherSessionsBanner, SessionGuard, useSignedIn } from './index.ts'
import { givenSession, other } from './testing/given-session.ts'

function Page() {
  const { person } = useSignedIn()
  return (
    <>
      <OtherSessionsBanner />
      <h1>نسخه‌های {person.lastName}</h1>
    </>
  )
}
const Door = () => <pre>{JSON.stringify(useLocation().state)}</pre>

const open = () =>
  renderPages(
    {
      '/prescriptions': (
        <SessionGuard>
          <Page />
        </SessionGuard>
      ),
      '/sign-in': <Door />,
    },
    '/prescriptions?page=2',
  )
const address = () => screen.getByTestId('address').textContent
const left = async () => JSON.parse((await screen.findByText(/ended/)).textContent) as object

test('lets the signed-in past', async () => {
  new Answers().on(findSession, givenSession())
  open()
  expect(await screen.findByRole('heading', { name: 'نسخه‌های کاویانی' })).toBeTruthy()
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test.each([
  ['session.required', null],
  ['session.expired', 'session.expired'],
  ['session.ended-elsewhere', 'session.ended-elsewhere'],
] as const)('%s leads to the sign-in page, which knows why and where to go back', async (code, ended) => {
  new Answers().on(findSession, new Failure(code))
  open()
  expect(await left()).toEqual({ from: '/prescriptions?page=2', ended })
})

test('asking does not prolong the session', async () => {
  const answers = new Answers().on(findSession, givenSession())
  open()
  await screen.findByRole('heading')
  expect(answers.asked.map((it) => it.headers.get('X-Noskhe-Call'))).toEqual(['background'])
})

test('an unreachable server is no end of the session: it can be asked again', async () => {
  const answers = new Answers().on(findSession, 'unreachable')
  open()
  const again = await screen.findByRole('button', { name: 'دوباره تلاش کن' })
  expect(address()).toBe('/prescriptions?page=2')
  answers.on(findSession, givenSession())
  await userEvent.click(again)
  expect(await screen.findByRole('heading', { name: 'نسخه‌های کاویانی' })).toBeTruthy()
})

test('near the idle limit she is asked, counted by the server’s clock, and staying takes one key', async () => {
  const answers = new Answers().on(findSession, givenSession({ idleMinutes: 1.5 })).on(prolongSession, givenSession())
  open()
  const question = await screen.findByRole('alertdialog', { name: 'هنوز اینجا هستید؟' })
  expect(question.textContent).toMatch(/تا ۱:[۲۳]. دیگر/)
  await waitFor(() => expect(document.activeElement?.textContent).toBe('ماندن در سامانه'))
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(answers.inputsOf(prolongSession)).toHaveLength(1)
})

test('near its end, which nothing moves, it asks nothing and says how long is left', async () => {
  new Answers().on(findSession, givenSession({ idleMinutes: 1, minutes: 4 }))
  open()
  expect(await screen.findByText(/این نشست تا [۳۴]:.. دیگر تمام می‌شود/)).toBeTruthy()
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('unsent work is sent before she leaves, and what fails does not keep her', async () => {
  const answers = new Answers().on(findSession, givenSession({ others: [other] })).on(signOut, { signedOut: true })
  const order: string[] = []
  const stops = [
    onBeforeSessionEnd(async () => {
      await Promise.resolve()
      order.push(`sent, ${answers.inputsOf(signOut).length} sign-outs`)
    }),
    onBeforeSessionEnd(() => Promise.reject(new Error('no network'))),
  ]
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'آن بماند و از اینجا خارج شوم' }))
  expect(await left()).toEqual({ ended: 'signed-out' })
  expect(order).toEqual(['sent, 0 sign-outs'])
  for (const stop of stops) stop()
})

test('a session that could not be ended on the server does not look ended', async () => {
  new Answers().on(findSession, givenSession({ others: [other] })).on(signOut, 'unreachable')
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'آن بماند و از اینجا خارج شوم' }))
  expect(await screen.findByText(/به سرور نرسیدیم/)).toBeTruthy()
  expect(address()).toBe('/prescriptions?page=2')
})

test('with a session elsewhere she says which one stays', async () => {
  const answers = new Answers().on(findSession, givenSession({ others: [other] })).on(endOtherSession, givenSession())
  open()
  expect(await screen.findByText('هم‌زمان در «کروم روی ویندوز، درمانگاه مهر ونک» هم وارد شده‌اید. کدام بماند؟')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'همین بماند' }))
  await waitFor(() => expect(screen.queryByText(/کدام بماند/)).toBeNull())
  expect(answers.inputsOf(endOtherSession)).toEqual([{ id: 'other' }])
})
