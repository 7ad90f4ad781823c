import { expect, test } from 'vitest'
import { PrescriptionItem } from '../prescriptions/item.ts'
import { SignedItem, isSignedDrug, signedItem } from './signed-item.ts'

const check = { outcome: 'covered', messages: [], maxCovered: null, unitPrice: null, shares: null, priceSource: null, checkedAt: '2026-11-25T08:00:00.000Z' }
const common = { key: '0199c0de-0000-7000-8000-000000000101', name: { fa: 'نام', en: 'name' }, readBack: 'به گفتهٔ سرور', note: '', check }
const drug = {
  ...common, kind: 'drug', code: '91468', strength: '500 mg', form: 'قرص', route: 'خوراکی', dose: '1', doseUnit: 'قرص', frequency: 'BID', durationDays: null, quantity: 60,
  instructions: [], asNeeded: false,
}
const filling = { ...common, kind: 'dental', code: '690004', quantity: 1, tooth: '36', needsTooth: true }

test('a document that was signed before items had kinds is read as it is, as drugs', () => {
  const { kind: _kind, ...old } = signedItem(PrescriptionItem.parse(drug))
  const read = SignedItem.parse(old)
  expect(read).toEqual(old)
  expect(isSignedDrug(read)).toBe(true)
})

test('a service is signed with what its kind says, and nothing of a drug', () => {
  const it = signedItem(PrescriptionItem.parse(filling))
  expect(SignedItem.parse(it)).toMatchObject({ kind: 'dental', code: '690004', tooth: '36', quantity: 1 })
  expect(Object.keys(it)).not.toContain('dose')
  expect(isSignedDrug(it)).toBe(false)
})

test.each([
  ['without a quantity', { ...filling, quantity: null }],
  ['that nobody asked the insurer about', { ...filling, check: null }],
  ['of a drug that does not say how often', { ...drug, frequency: null }],
])('an item %s is not signed', (_, it) => {
  expect(() => signedItem(PrescriptionItem.parse(it))).toThrow(TypeError)
})
