import { expect, test } from 'vitest'
import { ItemDraft } from './item.ts'
import { isWrittenAlike } from './written-alike.ts'

const key = '0199c0de-0000-7000-8000-000000000101'
const drug = {
  kind: 'drug', key, code: '90132', dose: '1', doseUnit: 'کپسول', frequency: 'TID', durationDays: 7, quantity: 21, instructions: ['PC'], asNeeded: true, neededFor: 'درد', note: '',
  indication: { code: 'J02', title: 'فارنژیت' },
}
const dental = { kind: 'dental', key, code: '690004', quantity: 1, tooth: '36', needsTooth: true, note: '' }
const nursing = { kind: 'nursing', key, code: '691003', quantity: 1, doneBy: 'orderer', note: '' }
const areAlike = (one: object, other: object) => isWrittenAlike(ItemDraft.parse(one), ItemDraft.parse(other))

test.each([
  ['dose', drug, { dose: '2' }],
  ['unit', drug, { doseUnit: 'عدد' }],
  ['frequency', drug, { frequency: 'BID' }],
  ['duration', drug, { durationDays: 10 }],
  ['quantity', drug, { quantity: 20 }],
  ['instructions', drug, { instructions: [] }],
  ['need', drug, { asNeeded: false }],
  ['reason of need', drug, { neededFor: 'تب' }],
  ['amounts by the time of day', drug, { frequency: null, byTime: { morning: '1', noon: '0', evening: '0', night: '1' } }],
  ['steps', drug, { then: [{ dose: '1', frequency: 'QD', durationDays: 3 }] }],
  ['most a day', drug, { mostPerDay: '4' }],
  ['side', drug, { side: 'left' }],
  ['substitution', drug, { noSubstitution: true }],
  ['words to the pharmacist', drug, { forPharmacist: 'از سردخانه' }],
  ['reason', drug, { indication: { code: 'J03', title: 'تونسیلیت' } }],
  ['day', drug, { activeFrom: '1405-10-01' }],
  ['repeats', drug, { repeats: 2 }],
  ['compound', drug, { compound: 1 }],
  ['note', drug, { note: 'با آب' }],
  ['tooth', dental, { tooth: '37' }],
  ['provider', nursing, { doneBy: 'another' }],
])('another %s is another writing', (_, it, change) => {
  expect(areAlike(it, { ...it, ...change })).toBe(false)
  expect(areAlike({ ...it, ...change }, it)).toBe(false)
})

test.each([
  ['in another order', drug, Object.fromEntries(Object.entries(drug).toReversed())],
  ['by another title of what it is for', drug, { ...drug, indication: { code: 'J02', title: 'Pharyngitis' } }],
  ['where the national list says otherwise that a tooth is named', dental, { ...dental, needsTooth: false }],
])('%s it is the same writing', (_, it, same) => expect(areAlike(it, same)).toBe(true))
