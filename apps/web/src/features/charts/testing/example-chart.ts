import type { Chart } from '@noskhe/shared/charts/chart'
import { NationalCode } from '@noskhe/shared/identifiers'
import { noFacts } from '@noskhe/shared/rules/patient-facts'

/** The chart of somebody who was never here before. */
export const chart = (more: Partial<Chart> = {}): Chart => ({
  patientId: '0199c0de-0000-7000-8000-0000000000d1',
  identity: { kind: 'national-code', value: NationalCode.parse('1384950613') },
  firstName: 'زهرا',
  lastName: 'احمدی‌فر',
  isDeclared: false,
  isNewborn: false,
  gender: 'female',
  birthDate: '1990-07-03',
  contactPhone: null,
  facts: { revision: 0, facts: noFacts, recordedAt: null },
  problems: [],
  medicines: [],
  prescriptions: [],
  visits: [],
  ...more,
})
