import { findSession } from '@noskhe/shared/auth/contract'
import { Failure } from '@noskhe/shared/failure'
import { gatherDeliveryFindings, overrideDeliveryFinding } from '@noskhe/shared/dispensing/contract'
import type { Finding, Findings } from '@noskhe/shared/rules/finding'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { DeliveryFindings } from './delivery-findings.tsx'

const id = '0199c0de-0000-7000-8000-0000000000f1'
const line = '0199c0de-0000-7000-8000-0000000000f2'

const finding = (change: Partial<Finding> = {}): Finding => ({
  key: 'k',
  rule: 'interaction:a+b',
  topic: 'interaction',
  weight: 'refusal',
  summary: 'وارفارین و آسپرین: افزایش خطر خونریزی',
  advice: 'پایش INR.',
  source: { label: 'دستورنامه', url: null, article: 'بند ۱', version: '۱' },
  about: [line],
  suggestions: [],
  overrideReasons: [{ code: 'noskhe:prescriber-consulted', display: 'با پزشک تجویزکننده هماهنگ شد' }],
  links: [],
  override: null,
  ...change,
})
const heard = (change: Partial<Findings> = {}): Findings => ({ revision: 0, state: 'checked', silent: [], askedAt: null, findings: [], acknowledged: [], ...change })

function given(answer: Findings | Failure) {
  const answers = new Answers().on(findSession, 'unreachable').on(gatherDeliveryFindings, answer)
  renderPages({ '/': <DeliveryFindings id={id} /> }, '/')
  return { answers, user: userEvent.setup() }
}

test('a refusal says what it keeps from being done, and a digit gives the reason', async () => {
  const { answers, user } = given(heard({ findings: [finding()] }))
  const card = await screen.findByRole('group', { name: /^منع: وارفارین/ })
  expect(card.textContent).toContain('تا این منع هست تحویل نمی‌شود')
  const override = { reason: { code: 'noskhe:prescriber-consulted', display: 'با پزشک تجویزکننده هماهنگ شد' }, note: '', givenAt: '2026-11-25T08:00:00.000Z', isRemembered: false }
  answers.on(overrideDeliveryFinding, heard({ findings: [finding({ override })] }))
  card.focus()
  await user.keyboard('[Digit1]')
  await screen.findByText(/با دلیل شما ادامه می‌یابد: با پزشک تجویزکننده هماهنگ شد/)
  expect(answers.inputsOf(overrideDeliveryFinding)).toMatchObject([{ finding: 'k', reason: 'noskhe:prescriber-consulted' }])
})

test.each([
  ['a silent service', heard({ state: 'not-checked', silent: ['ایمنی دارو'] })],
  ['rules that cannot be asked at all', new Failure('unexpected')],
] as const)('%s looks like what it is: not checked', async (_what, answer) => {
  given(answer)
  const region = await screen.findByRole('region', { name: 'قواعد بالینی' })
  await waitFor(() => expect(within(region).getByText('بررسی نشد')).toBeTruthy())
  expect(within(region).queryByText('هشداری نیست.')).toBeNull()
})
