import type { Act } from '@noskhe/shared/prescriptions/act'
import { findPrescription } from '@noskhe/shared/prescriptions/contract'
import type { PrescriptionItem, ServiceDraft } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { SignedRules } from '@noskhe/shared/rules/signed-rules'
import { readSignedForm, signedForm } from '@noskhe/shared/signing/signed-form'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CrashGuard } from '../../app/crash-guard.tsx'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { PrescriptionPage } from '../prescriptions/prescription-page.tsx'
import { SlipPage } from '../prescriptions/slip-page.tsx'
import { check, draftItem, id, item, keyOf, prescription } from '../prescriptions/testing/examples.ts'
import { SignedDocumentView } from './signed-document.tsx'

const at = '2026-11-25T08:00:00.000Z'
const answered = { check: check('covered') }
const amoxicillin = item(draftItem(0), answered)
const services: PrescriptionItem[] = (
  [
    { kind: 'lab', key: keyOf(1), code: '802000', quantity: 1, note: '' },
    { kind: 'imaging', key: keyOf(2), code: '790013', quantity: 1, note: 'ناشتا' },
    { kind: 'physiotherapy', key: keyOf(3), code: '790057', quantity: 10, note: '' },
    { kind: 'physician-service', key: keyOf(4), code: '691003', quantity: 1, doneBy: 'orderer', note: '' },
    { kind: 'nursing', key: keyOf(5), code: '691003', quantity: 2, doneBy: 'another', note: '' },
    { kind: 'dental', key: keyOf(6), code: '690004', quantity: 1, tooth: '36', needsTooth: true, note: '' },
    { kind: 'dental', key: keyOf(7), code: '690004', quantity: 1, tooth: null, needsTooth: false, note: '' },
    { kind: 'device', key: keyOf(8), code: '802000', quantity: 1, note: '' },
  ] satisfies ServiceDraft[]
).map((it) => item(it, { ...answered, readBack: '' }))
const inSteps = item(
  draftItem(1, {
    frequency: null, byTime: { morning: '1', noon: '0', evening: '0.5', night: '2' }, then: [{ dose: '1', frequency: 'QD', durationDays: null }], side: 'both', asNeeded: true,
    neededFor: 'درد', mostPerDay: '4', noSubstitution: true, forPharmacist: 'از سردخانه', indication: { code: 'J02', title: 'فارنژیت' }, activeFrom: '1405-10-01', repeats: 3, compound: 1,
  }),
  { check: check('not-checked', { messages: [{ tone: 'warning', text: 'سقف دارد', rule: { id: 'R-1', version: 2 }, topic: 'quantity', proposal: { code: '90132', name: 'ارزان‌تر' } }] }) },
)

const referral: Act = { kind: 'referral', specialties: [], canNameColleague: true, specialty: { code: '151320', title: 'قلب' }, to: '145263', reason: 'تپش قلب', isUrgent: true }
const feedback: Act = {
  kind: 'feedback',
  referral: { trackingCode: '2718281', writtenAt: at, from: { name: 'احمد سلیم', specialty: '' }, reasons: [], diagnosis: null, isUrgent: false, ordered: [] },
  questions: [{ code: '1', title: 'ادامهٔ درمان؟', answers: [{ code: '2', title: 'خیر' }] }],
  takesItems: true,
  text: 'اکو طبیعی است',
  answers: [{ question: '1', answer: '2' }],
}
const nobodyKnown = { firstName: 'زهرا', lastName: 'احمدی‌فر' }

const shapes: readonly [string, Partial<Prescription>, string][] = [
  ['one drug', { items: [amoxicillin] }, 'آموکسی‌سیلین'],
  ['a course in steps, with all that directions may say', { items: [inSteps] }, 'متفورمین'],
  ['every kind of item', { items: [amoxicillin, ...services] }, 'ترمیم یک‌سطحی'],
  ['services alone', { items: services }, 'شمارش کامل سلول‌های خون'],
  ['a visit', { act: { kind: 'visit' } }, 'ویزیت'],
  ['a referral', { act: referral }, 'تپش قلب'],
  ['a referral to nobody by name', { act: { ...referral, to: null, isUrgent: false } }, 'هر پزشک این تخصص'],
  ['an order to hospital', { act: { kind: 'hospitalisation', reason: 'پایش' }, diagnosis: { code: 'I49', title: 'آریتمی' } }, 'پایش'],
  ['an answer to a referral', { act: feedback }, 'اکو طبیعی است'],
  ['an answer to a referral, with items', { act: feedback, items: [amoxicillin, ...services] }, 'خیر'],
  ['somebody of whom nothing is known', { items: [amoxicillin], insurer: 'private', hid: null, patient: { ...prescription().patient, person: nobodyKnown, isDeclared: true } }, 'احمدی‌فر'],
  ['a newborn', { items: [amoxicillin], patient: { ...prescription().patient, newbornBirthDate: '2026-11-20' } }, 'احمدی‌فر'],
]

const canonicalOf = (it: Prescription, rules?: SignedRules) => signedForm(it, { number: it.version + 1, previous: null, fixedAt: at, rules })

/** As the review and the signed page show it; a page that throws shows nothing of it. */
const shown = (canonical: string) => {
  render(<SignedDocumentView document={readSignedForm(canonical)} digest="h4enq3FR6w" />)
  return screen.getByRole('article').textContent
}

test.each(shapes)('the document of %s is shown', (_, more, words) => expect(shown(canonicalOf(prescription(more)))).toContain(words))

test('a cancellation, which has neither items nor an act, is shown', () => {
  const cancellation = { reason: 'wrong-item' as const, note: 'قلم دیگری بود' }
  const amending = { since: at, version: 1, items: [], cancellation }
  for (const act of [undefined, feedback]) {
    expect(canonicalOf(prescription({ amending, ...(act && { act }) }))).not.toContain('"act"')
  }
  expect(shown(canonicalOf(prescription({ amending })))).toContain('قلم دیگری بود')
})

test('documents that were signed before items had kinds, and rules were asked, are shown', () => {
  const { items, ...rest } = JSON.parse(canonicalOf(prescription({ items: [amoxicillin] }))) as { items: Record<string, unknown>[] }
  const old = JSON.stringify({ ...rest, insurer: 'somebody', items: items.map(({ kind: _kind, ...it }) => it) })
  expect(old).not.toContain('"kind":"drug"')
  expect(shown(old)).toContain('آموکسی‌سیلین')
})

test('what rules had said of one item, of several and of the whole, with reasons and without, is shown', () => {
  const override = { code: 'needed', display: 'لازم است', note: '', givenAt: at }
  const of = (key: string, about: string[], more: object = {}) => ({
    key, weight: 'warning' as const, summary: `گفتهٔ ${key}`, advice: '', source: { label: 'قواعد', article: null, version: null }, about, override: null, ...more,
  })
  const rules: SignedRules = {
    format: 'noskhe.rules/1',
    state: 'partly',
    silent: ['قواعد دیگر'],
    findings: [of('یک', [keyOf(1)]), of('دو', [keyOf(0), keyOf(1)], { rule: 'R-9', topic: 'age', override }), of('سه', []), of('چهار', [keyOf(9)])],
    acknowledged: [{ item: keyOf(1), text: 'سقف دارد', override }],
  }
  const text = shown(canonicalOf(prescription({ items: [amoxicillin, inSteps, ...services.slice(1)] }), rules))
  for (const words of ['گفتهٔ یک', 'گفتهٔ دو', 'گفتهٔ سه', 'گفتهٔ چهار', 'سقف دارد']) expect(text?.split(words)).toHaveLength(2)
})

const asRegistered = (more: Partial<Prescription>) => prescription({ status: 'registered', version: 1, trackingCode: '36250', signedAt: at, registeredAt: at, ...more })

test.each(shapes)('registered, %s is shown with its code, and on paper', async (_, more) => {
  new Answers().on(findPrescription, asRegistered(more))
  const pages = { [paths.prescription(':id')]: <CrashGuard isInFrame><PrescriptionPage /></CrashGuard>, [paths.print(':id')]: <CrashGuard isInFrame><SlipPage /></CrashGuard> }
  const page = renderPages(pages, paths.prescription(id))
  await screen.findByText('36250')
  page.unmount()
  renderPages(pages, paths.print(id))
  expect((await screen.findByRole('article')).textContent).toContain('36250')
})
