import { findSession } from '@noskhe/shared/auth/contract'
import { askClaim, listClaims } from '@noskhe/shared/claims/contract'
import type { Claim, ClaimStanding } from '@noskhe/shared/claims/claim'
import type { Role } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { SessionGuard } from '../auth/index.ts'
import { clinic, givenSession } from '../auth/testing/given-session.ts'
import { ClaimsPage } from './claims-page.tsx'
import { words } from './words.ts'

const user = userEvent.setup()
let answers: Answers
beforeEach(() => {
  answers = new Answers()
})

const id = (last: number) => `0199c0de-0000-7000-8000-00000000000${last}`
const claim = (change: Partial<Claim> = {}): Claim => ({
  id: id(1), deliveryId: id(9), deliveredAt: '2026-11-25T09:00:00.000Z', company: 'بیمهٔ دی', policy: 'P-1', trackingCode: '12345', share: 240_000,
  telling: 'delivered', refusal: null, claimUid: 'C-1', standing: null, ...change,
})
const standing = (change: Partial<ClaimStanding> = {}): ClaimStanding => ({
  state: 'received', approved: null, message: null, askedAt: '2026-11-25T10:00:00.000Z', ...change,
})
const given = (...claims: Claim[]) => answers.on(listClaims, { claims, next: null })

function open(role: Role = 'dispenser') {
  answers.on(findSession, givenSession({ at: { ...clinic, role } }))
  return renderPages({ '/claims': <SessionGuard><ClaimsPage /></SessionGuard> }, '/claims')
}
const rows = async () => within(await screen.findByRole('list', { name: words.claims })).getAllByRole('listitem')
const theRow = async () => {
  const [row] = await rows()
  if (row === undefined) throw new Error('There is no row')
  return within(row)
}

test('a centre without claims is told when one comes', async () => {
  given()
  open()
  expect(await screen.findByText(words.none)).toBeTruthy()
})

test('a list that could not be fetched says why and is fetched again', async () => {
  answers.on(listClaims, 'unreachable')
  open()
  await screen.findByText(/به سرور نرسیدیم/)
  given(claim())
  await user.click(screen.getByRole('button', { name: 'دوباره تلاش کن' }))
  expect(await rows()).toHaveLength(1)
})

test('a claim never asked about is unknown; asked, it stands as the company says, in its words', async () => {
  given(claim())
  answers.on(askClaim, claim({ standing: standing({ state: 'approved-in-part', approved: 100_000, message: 'بیش از ماندهٔ سقف است' }) }))
  open()
  const row = await theRow()
  expect(row.getByText('وضعیت پرسیده نشده')).toBeTruthy()
  expect(row.queryByText(`${words.approved}:`)).toBeNull()
  await user.click(row.getByRole('button', { name: /^پرسیدن وضعیت/ }))
  expect(await row.findByText('بخشی پذیرفته شد')).toBeTruthy()
  expect(row.getByText(/۱۰۰٬۰۰۰/)).toBeTruthy()
  expect(row.getByText('«بیش از ماندهٔ سقف است»')).toBeTruthy()
  expect(answers.inputsOf(askClaim)).toEqual([{ id: id(1) }])
})

test.each([
  ['received', 'در دست بررسی'],
  ['approved', 'پذیرفته شد'],
  ['rejected', 'پذیرفته نشد'],
  ['paid', 'پرداخت شد'],
  ['not-found', 'نزد شرکت پیدا نشد'],
] as const)('one that is %s says so and can be asked about again', async (state, word) => {
  given(claim({ standing: standing({ state }) }))
  open()
  const row = await theRow()
  expect(row.getByText(word)).toBeTruthy()
  expect(row.getByRole('button', { name: /^پرسیدن دوباره/ })).toBeTruthy()
})

test('a silent company is said to be, and what it said before stays', async () => {
  given(claim({ standing: standing() }))
  answers.on(askClaim, new Failure('national.unavailable', { service: 'supplementary' }))
  open()
  const row = await theRow()
  await user.click(row.getByRole('button', { name: /^پرسیدن دوباره/ }))
  expect((await row.findByRole('alert')).textContent).toContain(words.unanswered)
  expect(row.getByText('در دست بررسی')).toBeTruthy()
})

test.each([
  { telling: 'waiting' as const, refusal: null, word: 'در صف ارسال' },
  { telling: 'parked' as const, refusal: 'اعتبار ندارد', word: 'نزد شرکت ثبت نشد' },
])('one that is $telling is shown as that, and there is nothing to ask', async ({ telling, refusal, word }) => {
  given(claim({ telling, refusal, claimUid: null }))
  open()
  const row = await theRow()
  expect(row.getByText(word)).toBeTruthy()
  if (refusal !== null) expect(row.getByText(`«${refusal}»`)).toBeTruthy()
  expect(row.queryByRole('button')).toBeNull()
})

test.each([['dispenser', 1], ['admin', 0]] as const)('from a claim the %s has %i ways to its delivery, which is the dispenser’s to open', async (role, count) => {
  given(claim())
  open(role)
  expect((await theRow()).queryAllByRole('link').map((it) => it.getAttribute('href'))).toEqual(Array<string>(count).fill(`/counter/${id(9)}`))
})

test('older ones come after the last one seen', async () => {
  answers.on(listClaims, ({ before }) => ({ claims: [claim({ id: before ? id(1) : id(2), trackingCode: before ? '11111' : '22222' })], next: before ? null : id(2) }))
  open()
  await user.click(await screen.findByRole('button', { name: words.older }))
  expect(await screen.findByText('11111')).toBeTruthy()
  expect(await rows()).toHaveLength(2)
  expect(screen.queryByRole('button', { name: words.older })).toBeNull()
})
