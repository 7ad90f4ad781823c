import type { Act } from '@noskhe/shared/prescriptions/act'
import type { PrescriptionItem, ServiceDraft } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { check, draftItem, item, keyOf, prescription } from './examples.ts'

const at = '2026-11-25T08:00:00.000Z'
const answered = { check: check('covered') }
export const amoxicillin = item(draftItem(0), answered)
export const services: PrescriptionItem[] = (
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
export const inSteps = item(
  draftItem(1, {
    frequency: null, byTime: { morning: '1', noon: '0', evening: '0.5', night: '2' }, then: [{ dose: '1', frequency: 'QD', durationDays: null }], side: 'both', asNeeded: true,
    neededFor: 'درد', mostPerDay: '4', noSubstitution: true, forPharmacist: 'از سردخانه', indication: { code: 'J02', title: 'فارنژیت' }, activeFrom: '1405-10-01', repeats: 3, compound: 1,
  }),
  { check: check('not-checked', { messages: [{ tone: 'warning', text: 'سقف دارد', rule: { id: 'R-1', version: 2 }, topic: 'quantity', proposal: { code: '90132', name: 'ارزان‌تر' } }] }) },
)

const referral: Act = { kind: 'referral', specialties: [], canNameColleague: true, specialty: { code: '151320', title: 'قلب' }, to: '145263', reason: 'تپش قلب', isUrgent: true }
export const feedback: Act = {
  kind: 'feedback',
  referral: { trackingCode: '2718281', writtenAt: at, from: { name: 'احمد سلیم', specialty: '' }, reasons: [], diagnosis: null, isUrgent: false, ordered: [] },
  questions: [{ code: '1', title: 'ادامهٔ درمان؟', answers: [{ code: '2', title: 'خیر' }] }],
  takesItems: true,
  text: 'اکو طبیعی است',
  answers: [{ question: '1', answer: '2' }],
}
const nobodyKnown = { firstName: 'زهرا', lastName: 'احمدی‌فر' }

/** Every shape that a prescription may have, with words by which it is known that it is shown. */
export const shapes: readonly [string, Partial<Prescription>, string][] = [
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
