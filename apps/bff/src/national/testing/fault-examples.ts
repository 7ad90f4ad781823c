import { randomUUID } from 'node:crypto'
import type { RuleDrug, RuleQuestion } from '../clinical-rules/port.ts'
import type { RuleClaim } from '../insurer-rules/port.ts'
import type { InsurerCode, OrderItem, Party, PayerPatient } from '../payer/port.ts'
import type { DispensingDeposit, HistoryRequest, ReferralDeposit } from '../sepas/port.ts'
import type { LetterRequest, PolicyRef } from '../supplementary/port.ts'

/** People and questions of the sandbox that the rows of the matrix share. */

export const browser = { clientIp: '10.20.30.40', agent: 'faults' }
export const clinic = 'SIAM-1100271'
export const pharmacy = 'SIAM-2200143'
export const physician = { nationalCode: '0041827368', councilNumber: '145263' }
/** Her certificate is renewed here; the first one's is what everybody else signs with. */
export const secondPhysician = { nationalCode: '1273849566', councilNumber: '152908' }

export type RegisteringInsurer = InsurerCode

const known = (value: string): PayerPatient => ({ identity: { kind: 'national-code', value } })
export const patients: Record<RegisteringInsurer, PayerPatient> = {
  salamat: known('1384950613'), tamin: known('0451627385'), 'armed-forces': known('0938472615'), private: known('0059283742'),
}
/** Insured by Salamat, and asked about by no other row: a HID that was reserved is hers only where she has none of that day. */
export const admitted = known('3718293641')

/** With a supplementary policy beside Salamat. */
export const insuredTwice = known('2283746159')

export const parties: Record<RegisteringInsurer, Party> = {
  salamat: { username: 'n.kavyani', password: 'Ihio-demo-145263', ...browser },
  tamin: { username: physician.nationalCode, password: 'Tamin-demo-145263', siteId: clinic, ...browser },
  'armed-forces': { username: physician.councilNumber, password: 'Nezam-demo-145263', siteId: clinic, ...browser },
  private: { username: physician.councilNumber, password: '', siteId: clinic, ...browser },
}

export const item = (drug: string, count: number): OrderItem => ({
  code: { system: 'generic', value: drug }, count, consumption: 'هر ۸ ساعت ۱ عدد', instruction: 'بعد از غذا', note: '', periods: 1, compound: null, activeFrom: null,
})

const warfarin: RuleDrug = {
  kind: 'drug', key: '0199f0c2-1111-7000-8000-000000000001', code: '92360', atc: 'B01AA03', name: 'وارفارین قرص ۵ میلی‌گرم', dose: '1', doseUnit: 'قرص', timesPerDay: 1,
  asNeeded: false, durationDays: 30, quantity: 30, directions: 'یک قرص روزی یک بار',
}
const aspirin: RuleDrug = { ...warfarin, key: '0199f0c2-1111-7000-8000-000000000002', code: '90035', atc: 'B01AC06', name: 'آسپرین قرص ۸۰ میلی‌گرم' }

/** Two drugs that do not go together: an answer has a card, and with it an indicator that may be one of no list. */
export const question: RuleQuestion = {
  moment: 'signing', encounterId: 'faults', practitionerId: 'faults', alongside: null, items: [warfarin, aspirin], selected: [], diagnosis: null,
  patient: { gender: null, birthDate: null, allergies: null, isPregnant: null, weightKg: null },
}

export const claim = (drug: string): RuleClaim => ({
  insurer: 'armed-forces', point: 'before-prescribing', patient: patients['armed-forces'], about: 'faults',
  by: { councilNumber: physician.councilNumber, siteId: clinic },
  services: [{ key: 'faults', code: { system: 'generic', value: drug }, count: 10, unitPrice: null, confirmation: null }],
})

const inRecord = { ...patients.salamat, newbornBirthDate: null }

export const deposit = (drug: string): DispensingDeposit => ({
  messageUid: randomUUID(), siamId: pharmacy, councilNumber: '23871', patient: inRecord, insurer: 'salamat',
  hid: null, trackingCode: '10000', issuedAt: '2026-11-25T11:00:00.000Z',
  lines: [{ id: randomUUID(), code: { system: 'generic', value: drug }, name: 'آزمون', quantity: 1, packs: [], cost: null }],
})

export const referralDeposit = (): ReferralDeposit => ({
  messageUid: randomUUID(), siamId: clinic, councilNumber: physician.councilNumber, patient: inRecord, insurer: 'tamin', hid: null, trackingCode: '10000',
  issuedAt: '2026-11-25T11:00:00.000Z', amends: null, isCancelled: false, signature: 'digest', diagnosis: { code: 'J02', title: 'گلودرد' },
  referral: { kind: 'hospital', reason: 'آزمون' },
})

export const lookIntoRecord: HistoryRequest = { patient: inRecord, purpose: 'TREAT', councilNumber: physician.councilNumber, siamId: clinic }

export const letterUnder = ({ company, number }: PolicyRef): LetterRequest => ({
  patient: insuredTwice, policy: { company, number }, siteId: clinic, kind: 'inpatient', reference: randomUUID(), councilNumber: physician.councilNumber,
  estimate: 1_000_000, purpose: 'آزمون',
})
