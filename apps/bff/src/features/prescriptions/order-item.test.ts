import { ItemDraft } from '@noskhe/shared/prescriptions/item'
import { isWrittenAlike } from '@noskhe/shared/prescriptions/written-alike'
import { expect, test } from 'vitest'
import { fingerprintOf, orderItemOf } from './order-item.ts'
import { StoredItem } from './stored.ts'

/** As it was stored before a drug could say more. */
const old = {
  kind: 'drug', key: '0199c0de-0000-7000-8000-000000000101', code: '90132', dose: '1', doseUnit: 'قرص', frequency: 'TID', durationDays: 7, quantity: 21, instructions: ['PC'],
  asNeeded: false, note: 'با آب فراوان', name: { fa: 'دارو', en: 'DRUG' }, strength: '500 mg', form: 'قرص', route: 'خوراکی', readBack: 'یک قرص', consumption: 'یک قرص', instruction: 'بعد از غذا',
}
const told = (more: object) => orderItemOf(StoredItem.parse({ ...old, ...more }))

test('what was stored before is told as it was told then', () =>
  expect(told({})).toEqual({
    code: { system: 'generic', value: '90132' }, count: 21, consumption: 'یک قرص', instruction: 'بعد از غذا', note: 'با آب فراوان', periods: 1, compound: null, activeFrom: null,
  }))

test.each([
  [{ forPharmacist: 'از سردخانه' }, { instruction: 'بعد از غذا، با آب فراوان', note: 'از سردخانه' }],
  [{ noSubstitution: true, forPharmacist: 'از سردخانه' }, { note: 'جایگزین نشود؛ از سردخانه' }],
  [{ noSubstitution: true, note: '' }, { instruction: 'بعد از غذا', note: 'جایگزین نشود' }],
  [{ repeats: 3, activeFrom: '1405-10-01' }, { periods: 3, activeFrom: '1405-10-01' }],
  [{ compound: 2 }, { compound: 2 }],
  [{ indication: { code: 'J02', title: 'فارنژیت' } }, { diagnosis: 'J02' }],
  [{ frequency: null, byTime: { morning: '1', noon: '0', evening: '0', night: '2' } }, { count: 21 }],
])('%j is told the payer', (more, part) => expect(told(more)).toMatchObject(part))

test.each([
  ['nothing of how often', { frequency: null }],
  ['a step without end before another', { durationDays: null, then: [{ dose: '1', frequency: 'QD', durationDays: 3 }] }],
])('%s is not asked about', (_, more) => expect(told(more)).toBeNull())

const written = {
  drug: old,
  dental: { kind: 'dental', key: old.key, code: '690004', quantity: 1, tooth: '36', needsTooth: true, note: '', name: old.name, readBack: '', consumption: '', instruction: '' },
  nursing: { kind: 'nursing', key: old.key, code: '691003', quantity: 1, doneBy: 'orderer', note: '', name: old.name, readBack: '', consumption: '', instruction: '' },
}

test.each([
  ['drug', { repeats: 2 }],
  ['drug', { noSubstitution: true }],
  ['drug', { activeFrom: '1405-10-01' }],
  ['drug', { indication: { code: 'J02', title: 'فارنژیت' } }],
  ['drug', { forPharmacist: 'از سردخانه' }],
  ['drug', { compound: 1 }],
  ['drug', { quantity: 20 }],
  ['drug', { note: '' }],
  ['dental', { tooth: '37' }],
  ['nursing', { doneBy: 'another' }],
] as const)('of a %s %j is another question to the payer, and the desk that compares what is written sees it too', (kind, more) => {
  const [before, after] = [StoredItem.parse(written[kind]), StoredItem.parse({ ...written[kind], ...more })]
  expect(fingerprintOf(after)).not.toBe(fingerprintOf(before))
  expect(isWrittenAlike(ItemDraft.parse(after), ItemDraft.parse(before))).toBe(false)
})
