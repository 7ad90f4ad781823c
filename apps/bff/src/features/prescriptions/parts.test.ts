import { expect, test } from 'vitest'
import { codeAfterChange, partsOfItems, partsOfLines, partsToldBy } from './parts.ts'

const drugs = { trackingCode: '11111', checkRefs: ['a', 'b'] }
const tests = { trackingCode: '22222', checkRefs: ['c'] }

test('what a payer keeps whole has no parts', () => {
  expect(partsToldBy({})).toBeNull()
  expect(partsToldBy({ parts: [] })).toBeNull()
  expect(partsOfLines([{ checkRef: 'a', trackingCode: '11111' }, { checkRef: 'b', trackingCode: '11111' }])).toBeNull()
  expect(partsOfLines([{ checkRef: 'a' }, { checkRef: 'b' }])).toBeNull()
})

test('parts are the same told by a registration and by the lines that stand', () => {
  const told = partsToldBy({ parts: [drugs, tests] })
  const standing = [...drugs.checkRefs, ...tests.checkRefs].map((checkRef) => ({ checkRef, trackingCode: checkRef === 'c' ? '22222' : '11111' }))
  expect(partsOfLines(standing)).toEqual(told)
})

test('a line of which we have no item is in no part of the screen', () => {
  expect(partsOfItems([drugs, tests], new Map([['first', 'a'], ['third', 'c']]))).toEqual([
    { trackingCode: '11111', items: ['first'] },
    { trackingCode: '22222', items: ['third'] },
  ])
})

test.each([
  ['kept whole, whatever the answer', '11111', { trackingCode: '33333' }, { was: null, is: null }, '11111'],
  ['while its part stands', '11111', { trackingCode: '22222' }, { was: [drugs, tests], is: [tests, drugs] }, '11111'],
  ['once its part is gone', '11111', { trackingCode: '22222' }, { was: [drugs, tests], is: null }, '22222'],
  ['with a part that came', '11111', { trackingCode: '11111' }, { was: null, is: [drugs, tests] }, '11111'],
] as const)('the code after a change: %s', (_, before, answer, { was, is }, code) => {
  const stored = (parts: readonly { trackingCode: string; checkRefs: string[] }[] | null) => parts && [...parts]
  expect(codeAfterChange(before, answer, { was: stored(was), is: stored(is) })).toBe(code)
})
