import { expect, test } from 'vitest'
import { type ItemDraft, ItemDraft as Draft, isComplete, itemKinds } from './item.ts'

const key = '0199c0de-0000-7000-8000-000000000101'
const drug = { kind: 'drug', key, code: '90132', dose: '1', doseUnit: 'کپسول', frequency: 'TID', durationDays: 7, quantity: 21, instructions: [], asNeeded: false, note: '' }
const lab = { kind: 'lab', key, code: '802000', quantity: 1, note: '' }

test.each([
  ['a drug with its frequency and quantity', drug, true],
  ['a drug without frequency', { ...drug, frequency: null }, false],
  ['a drug without quantity', { ...drug, quantity: null }, false],
  ['a test', lab, true],
  ['a test without count', { ...lab, quantity: null }, false],
  ['physiotherapy with sessions', { ...lab, kind: 'physiotherapy', quantity: 10 }, true],
  ['a dental service of no one tooth', { ...lab, kind: 'dental', tooth: null, needsTooth: false }, true],
  ['a filling of no tooth', { ...lab, kind: 'dental', tooth: null, needsTooth: true }, false],
  ['a filling of a tooth', { ...lab, kind: 'dental', tooth: '36', needsTooth: true }, true],
  ['a service for another to do', { ...lab, kind: 'physician-service', doneBy: 'another' }, true],
])('%s: may be signed is %s', (_, it, isIt) => {
  expect(isComplete(Draft.parse(it))).toBe(isIt)
})

test.each([
  ['an item without kind', { ...drug, kind: undefined }],
  ['a drug without dose', { ...drug, dose: undefined }],
  ['a physician’s service of which nobody says who does it', { ...lab, kind: 'physician-service' }],
  ['a dental service that does not say its tooth', { ...lab, kind: 'dental', needsTooth: true }],
  ['a tooth that nobody has', { ...lab, kind: 'dental', tooth: '19', needsTooth: true }],
])('%s is no item', (_, it) => {
  expect(Draft.safeParse(it).success).toBe(false)
})

test('what only drugs have is not kept of a test', () => {
  expect(Draft.parse({ ...drug, ...lab })).toEqual(lab)
})

test('every kind of item has its place in the order of a prescription', () => {
  const kinds: ItemDraft['kind'][] = Draft.def.options.map((it) => it.shape.kind.value)
  expect([...itemKinds].sort()).toEqual(kinds.sort())
})
