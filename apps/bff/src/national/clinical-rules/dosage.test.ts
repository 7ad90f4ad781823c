import { expect, test } from 'vitest'
import { daysOfSupply, dosagesOf } from './dosage.ts'
import type { RuleDrug } from './port.ts'

const plain: RuleDrug = {
  kind: 'drug', key: '0199f0c2-1111-7000-8000-000000000001', code: '90015', name: 'استامینوفن', quantity: 20, directions: 'به زبان آدم', atc: null,
  dose: '1', doseUnit: 'قرص', timesPerDay: 3, asNeeded: false, durationDays: 7,
}

test('a plain course is one dosage, with the words', () =>
  expect(dosagesOf(plain)).toEqual([
    {
      text: 'به زبان آدم',
      timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
      asNeededBoolean: false,
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'قرص' } }],
    },
  ]))

test('a course in steps is a dosage for each, in sequence and with its days', () => {
  const stretches = [
    { dose: '2', timesPerDay: '1', byTime: null, durationDays: 3 },
    { dose: '1', timesPerDay: '0.5', byTime: null, durationDays: null },
  ]
  expect(dosagesOf({ ...plain, stretches })).toMatchObject([
    { text: 'به زبان آدم', sequence: 1, timing: { repeat: { frequency: 1, period: 1, boundsDuration: { value: 3, code: 'd' } } }, doseAndRate: [{ doseQuantity: { value: 2 } }] },
    { sequence: 2, timing: { repeat: { frequency: 1, period: 2 } }, doseAndRate: [{ doseQuantity: { value: 1 } }] },
  ])
})

test('amounts by the time of day are a dosage for each time of one sequence', () => {
  const stretches = [{ dose: '2', timesPerDay: null, byTime: [{ when: 'MORN' as const, dose: '1' }, { when: 'NIGHT' as const, dose: '2' }], durationDays: 10 }]
  expect(dosagesOf({ ...plain, stretches })).toMatchObject([
    { sequence: 1, timing: { repeat: { when: ['MORN'] } }, doseAndRate: [{ doseQuantity: { value: 1 } }] },
    { sequence: 1, timing: { repeat: { when: ['NIGHT'] } }, doseAndRate: [{ doseQuantity: { value: 2 } }] },
  ])
})

test.each([
  ['a plain course', plain, 7],
  ['one in steps', { ...plain, durationDays: 3, stretches: [3, 5].map((durationDays) => ({ dose: '1', timesPerDay: '1', byTime: null, durationDays })) }, 8],
  ['one without an end', { ...plain, durationDays: 3, stretches: [3, null].map((durationDays) => ({ dose: '1', timesPerDay: '1', byTime: null, durationDays })) }, null],
])('%s is supplied for as long as all of it lasts', (_, drug, days) => expect(daysOfSupply(drug)).toBe(days))
