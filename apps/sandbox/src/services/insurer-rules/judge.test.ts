import { describe, expect, test } from 'vitest'
import { shippedRules } from './bank.ts'
import { chargesOf } from './charges.ts'
import { judge } from './judge.ts'
import type { Subject } from './judge.ts'

const day = '1405-09-04'
const rules = shippedRules.filter((it) => it.from <= day && (it.until === null || it.until >= day))

const drug: Subject['drug'] = { nameFa: 'دارو', atc: 'A10BA02', isCovered: true, maxQuantity: 100, needsDocument: false, basePrice: 1_003 }
const subject: Subject = {
  point: 'before-prescribing', drug, count: 20, unitPrice: null, admission: 'outpatient', patient: { years: 40, gender: 'male', hasFile: false },
  specialty: '151212', daysSinceSame: null, isTwiceInClaim: false, cheaper: null, givenBefore: 0, daysToClaim: null,
}
const ofDrug = (change: Partial<Subject['drug']>): Partial<Subject> => ({ drug: { ...drug, ...change } })

describe('each rule', () => {
  test.each([
    ['NM-100', 'not-covered', ofDrug({ isCovered: false })],
    ['NM-110', 'over-ceiling', { count: 101 }],
    ['NM-111', 'over-ceiling', { ...ofDrug({ atc: 'J01CA04' }), count: 25 }],
    ['NM-120', 'rejected', ofDrug({ atc: 'L01BA01' })],
    ['NM-130', 'rejected', { ...ofDrug({ atc: 'J01AA02' }), patient: { years: 7, gender: 'male', hasFile: false } }],
    ['NM-140', 'rejected', ofDrug({ atc: 'G03AA07' })],
    ['NM-150', 'covered', { daysSinceSame: 6 }],
    ['NM-160', 'needs-document', ofDrug({ needsDocument: true })],
    ['NM-170', 'covered', { point: 'before-service', unitPrice: 1_004 }],
    ['NM-171', 'covered', { cheaper: { genericCode: '90137', nameFa: 'قرص', basePrice: 900 } }],
    ['NM-190', 'rejected', { point: 'claim-review', daysToClaim: 61 }],
  ] as const)('%s speaks, and makes it %s', (id, state, change) => {
    const verdict = judge(rules, { ...subject, ...change })
    expect(verdict.state).toBe(state)
    expect(verdict.findings.map(({ rule }) => rule.id)).toContain(id)
  })

  test.each([
    ['NM-110', { count: 100 }],
    ['NM-111', { ...ofDrug({ atc: 'J01CA04' }), count: 24 }],
    ['NM-120', { ...ofDrug({ atc: 'L01BA01' }), specialty: '151310' }],
    ['NM-130', { ...ofDrug({ atc: 'J01AA02' }), patient: { years: 8, gender: 'male', hasFile: false } }],
    ['NM-150', { daysSinceSame: 7 }],
    ['NM-160', { ...ofDrug({ needsDocument: true }), patient: { years: 40, gender: 'male', hasFile: true } }],
    ['NM-170', { point: 'before-service', unitPrice: 1_003 }],
    ['NM-190', { point: 'claim-review', daysToClaim: 60 }],
  ] as const)('%s is silent at its limit', (id, change) => {
    expect(judge(rules, { ...subject, ...change }).findings.map(({ rule }) => rule.id)).not.toContain(id)
  })
})

test('the gravest of several names the state, and all are told', () => {
  const { state, findings } = judge(rules, { ...subject, ...ofDrug({ isCovered: false, atc: 'G03AA07' }) })
  expect(state).toBe('rejected')
  expect(findings.map(({ rule }) => rule.id)).toEqual(expect.arrayContaining(['NM-100', 'NM-140']))
})

test('the lowest of several ceilings counts, less what was given', () => {
  const { covered, maxCovered } = judge(rules, { ...subject, ...ofDrug({ atc: 'J01CA04' }), point: 'before-service', count: 20, givenBefore: 10 })
  expect({ covered, maxCovered }).toEqual({ covered: 14, maxCovered: 14 })
})

test('an inpatient pays nothing, an outpatient 15 percent', () => {
  expect(judge(rules, { ...subject, admission: 'inpatient' }).charges.PatientContribution).toBe(0)
  expect(judge(rules, subject).charges).toEqual({ TotalCharge: 20_060, BasicInsuranceContribution: 17_051, PatientContribution: 3_009 })
})

test('without a rule on the share nobody but the patient pays', () => {
  expect(judge([], subject).charges.BasicInsuranceContribution).toBe(0)
})

test('shares always sum to the total, whole and never below nothing', () => {
  for (const unitPrice of [null, 0, 1, 999, 1_003, 77_777]) {
    for (const patientPercent of [0, 15, 33, 100]) {
      for (const covered of [0, 3, 7]) {
        const it = chargesOf({ count: 7, covered, unitPrice, referencePrice: 1_003, patientPercent })
        expect(it.BasicInsuranceContribution + it.PatientContribution).toBe(it.TotalCharge)
        expect(Math.min(it.BasicInsuranceContribution, it.PatientContribution)).toBeGreaterThanOrEqual(0)
        expect(Number.isInteger(it.BasicInsuranceContribution)).toBe(true)
      }
    }
  }
})
