import { Failure } from '@noskhe/shared/failure'
import type { ReceivedReferral } from '@noskhe/shared/prescriptions/act'
import { countReferrals, findActOffers, findInbox, openAct, openReferral, readReferral } from '@noskhe/shared/referrals/contract'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { ReferralsPage } from './referrals-page.tsx'
import { VisitDeeds } from './visit-deeds.tsx'
import { WaitingReferrals } from './waiting-referrals.tsx'

const encounterId = '0199c0de-0000-7000-8000-0000000000e1'
const referral: ReceivedReferral = {
  trackingCode: '2718281',
  writtenAt: '2026-11-23T08:00:00.000Z',
  from: { name: 'احمد سلیم', specialty: 'پزشک عمومی' },
  reasons: ['تپش قلب؛ اکو لازم است'],
  diagnosis: null,
  isUrgent: true,
  ordered: [],
}

let answers: Answers
beforeEach(() => {
  answers = new Answers()
})

function given(acts: ('visit' | 'referral' | 'hospitalisation')[], insurer: 'tamin' | 'salamat' = 'tamin') {
  answers.on(findActOffers, { insurer, acts, answersReferrals: true })
  renderPages({ '/': <VisitDeeds encounterId={encounterId} /> }, '/')
  return userEvent.setup()
}

test('what the insurer takes is offered, and why the rest is left out is said', async () => {
  given(['referral'], 'salamat')
  expect(await screen.findByRole('button', { name: 'ارجاع به متخصص' })).toBeDefined()
  expect(screen.queryByRole('button', { name: 'ثبت ویزیت' })).toBeNull()
  expect(screen.getByText(/ویزیت و دستور بستری جدا از نسخه ثبت نمی‌شود/)).toBeDefined()
})

test('where it takes everything there is nothing to explain', async () => {
  given(['visit', 'referral', 'hospitalisation'])
  expect(await screen.findByRole('button', { name: 'دستور بستری' })).toBeDefined()
  expect(screen.queryByText(/ثبت نمی‌شود/)).toBeNull()
})

test('why it cannot be begun is said beside the buttons', async () => {
  answers.on(openAct, new Failure('payer.refused', { reason: 'حساب شما بسته است.' }))
  const user = given(['visit'])
  await user.click(await screen.findByRole('button', { name: 'ثبت ویزیت' }))
  expect((await screen.findByRole('alert')).textContent).toContain('حساب شما بسته است.')
  expect(answers.inputsOf(openAct)).toEqual([{ encounterId, kind: 'visit' }])
})

test('a referral is read by its code before the patient is taken on with it', async () => {
  answers.on(readReferral, referral).on(openReferral, new Failure('referral.answered'))
  const user = given([])
  await user.type(await screen.findByLabelText('کد رهگیری ارجاع'), '2718281{Enter}')
  expect((await screen.findByRole('region', { name: 'خواندن ارجاع' })).textContent).toContain('تپش قلب؛ اکو لازم است')
  expect(answers.inputsOf(openReferral)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'پذیرش با این ارجاع' }))
  expect((await screen.findByRole('alert')).textContent).toContain('پیش‌تر پاسخ گرفته است')
})

test('another code takes what was read away, so that nobody is taken on with a referral that the box does not name', async () => {
  answers.on(readReferral, referral)
  const user = given([])
  await user.type(await screen.findByLabelText('کد رهگیری ارجاع'), '2718281{Enter}')
  await screen.findByRole('button', { name: 'پذیرش با این ارجاع' })
  await user.type(screen.getByLabelText('کد رهگیری ارجاع'), '9')
  expect(screen.queryByRole('button', { name: 'پذیرش با این ارجاع' })).toBeNull()
})

test('no code is no question', async () => {
  const user = given([])
  await user.click(await screen.findByRole('button', { name: 'خواندن ارجاع' }))
  expect(screen.getByText(/کد رهگیری را بنویسید/)).toBeDefined()
})

test('her inbox tells a silent insurer from an empty one, and where codes alone lead', async () => {
  const waiting = { ...referral, patientName: 'فاطمه رستگار', isByName: false }
  answers.on(findInbox, {
    inboxes: [
      { insurer: 'tamin', state: 'answered', message: null, referrals: [waiting] },
      { insurer: 'armed-forces', state: 'unanswered', message: null, referrals: [] },
    ],
    byCodeOnly: ['salamat'],
  })
  renderPages({ [paths.referrals]: <ReferralsPage />, [paths.compose]: <p>پذیرش</p> }, paths.referrals)
  expect(await screen.findByRole('heading', { name: 'فاطمه رستگار' })).toBeDefined()
  expect(screen.getByText(/به معنای نبودن ارجاع نیست/)).toBeDefined()
  expect(screen.getByText(/ارجاع بیمهٔ سلامت فهرست ندارد/)).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'پذیرش بیمار' }))
  expect(screen.getByTestId('address').textContent).toMatch(/^\/prescribe$/)
})

test('how many wait is said where the day begins, and nothing where nobody can say', async () => {
  answers.on(countReferrals, { count: 2 })
  renderPages({ '/': <WaitingReferrals /> }, '/')
  expect(await screen.findByText('۲ ارجاع در انتظار شماست')).toBeDefined()
})
