import { findChartOfVisit } from '@noskhe/shared/charts/contract'
import { Failure } from '@noskhe/shared/failure'
import { NationalCode } from '@noskhe/shared/identifiers'
import { openEncounter } from '@noskhe/shared/patients/contract'
import type { Coverage, EligibilityState, Encounter } from '@noskhe/shared/patients/eligibility'
import { listPrescriptions, openDraft } from '@noskhe/shared/prescriptions/contract'
import { countReferrals, findActOffers } from '@noskhe/shared/referrals/contract'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { paths } from '../../../paths.ts'
import { Answers } from '../../../testing/answers.ts'
import { renderPages } from '../../../testing/render-page.tsx'
import { chart } from '../../charts/testing/example-chart.ts'
import { PrescribePage } from '../prescribe-page.tsx'
import { stateLook } from '../words.ts'

export const code = '1384950613'
export const coverage: Coverage = { insurer: 'salamat', box: 'کارکنان دولت', validUntil: '2027-09-22', isValid: true, supplementary: null }

export const encounter = (state: EligibilityState, more: Partial<Encounter> = {}): Encounter => ({
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
  endedAt: null,
  endedBy: null,
  ...more,
})

/** The first page of a prescription, before eligibility that answers this; a draft is refused, which keeps her on the page. */
export function given(answer: Encounter | Failure | 'unreachable') {
  const answers = new Answers()
    .on(openEncounter, () => answer)
    .on(findChartOfVisit, chart())
    .on(listPrescriptions, { prescriptions: [], next: null })
    .on(countReferrals, { count: 0 })
    .on(findActOffers, { insurer: 'salamat', acts: ['referral'], answersReferrals: true })
    .on(openDraft, new Failure('payer.account-missing'))
  renderPages({ [paths.compose]: <PrescribePage /> }, paths.compose)
  const box = screen.getByRole('textbox', { name: /^کد ملی/ })
  return { answers, box, user: userEvent.setup() }
}

/** The page with the answer for one patient on it. */
export async function givenAnswer(answer: Encounter) {
  const desk = given(answer)
  await desk.user.type(desk.box, `${code}{Enter}`)
  await screen.findByText(stateLook[answer.state].title)
  return desk
}
