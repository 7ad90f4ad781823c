import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBack } from '../read-back.ts'
import { byTimeOf, type Directions, withSaid } from './apply.ts'
import { readDirections } from './read.ts'
import type { ByTime } from './said.ts'
import { inShort } from './testing/in-short.ts'
import { refused, understood } from './testing/lines.ts'
import { terms } from './testing/terms.ts'
import { isOneUnsaid, organOf, unitOf, unitsOf } from './units.ts'

const standing = (form: string) => (isOneUnsaid(unitOf(form)) ? '1' : '')
const read = (typed: string, form = 'قرص', strength = '') => readDirections(typed, { terms, form, strength, dose: standing(form) })

test.each(understood)('$typed is understood', ({ typed, form, strength, reading }) => {
  const it = read(typed, form, strength)
  expect({ reading: inShort(it), unread: it.unread }).toEqual({ reading, unread: '' })
})

test.each(refused)('of $typed, «$reading» is not understood and not guessed', ({ typed, form, strength, reading }) => {
  expect(read(typed, form, strength).unread).toBe(reading)
})

test('the tables are as long as they are said to be', () => {
  expect(understood.length).toBeGreaterThanOrEqual(250)
  expect(refused.length).toBeGreaterThanOrEqual(60)
})

test.each([
  ['1½ tab bid', 'قرص', '1.5 قرص BID'],
  ['۱½ قرص bid', 'قرص', '1.5 قرص BID'],
  ['2 ¼ tab bid', 'قرص', '2.25 قرص BID'],
  ['¾ tab bid', 'قرص', '0.75 قرص BID'],
  ['2,5 cc tid', 'شربت', '2.5 میلی‌لیتر TID'],
])('%s is the number that it says', (typed, form, reading) => expect(inShort(read(typed, form))).toBe(reading))

test.each(['5,000 واحد bid', '1,250 units bid'])('%s may be thousands, or thousandths: it is not read', (typed) => {
  const it = read(typed, 'ویال', '5000 U/mL')
  expect([it.said.dose, it.unread === '']).toEqual([undefined, false])
})

test('how much is not read alone where the list has no word for how often', () => {
  const { said, unread } = readDirections('شبی 2 قرص', { terms: terms.filter(({ code }) => code !== 'HS'), form: 'قرص', strength: '', dose: '1' })
  expect([said.dose, unread]).toEqual([undefined, 'شبی 2 قرص'])
})

test('nothing typed says nothing', () => expect(read('  ')).toEqual({ said: {}, takesOffer: false, unread: '' }))

const plain: Directions = {
  dose: '1', doseUnit: 'قرص', frequency: null, durationDays: null, quantity: null, instructions: ['AC'], asNeeded: false,
}

test.each([
  ['prn', { frequency: 'PRN', asNeeded: false }],
  ['tid prn', { frequency: 'TID', asNeeded: true }],
  ['pc', { instructions: ['AC', 'PC'] }],
  ['1+0+2', { frequency: null, dose: '2', byTime: { morning: '1', noon: '0', evening: '0', night: '2' } }],
  ['2 bid 3d then 1 3d', { then: [{ dose: '1', frequency: 'BID', durationDays: 3 }] }],
  ['tid 3d then bid', { then: [{ dose: '1', frequency: 'BID', durationDays: null }] }],
  ['rep 3', { repeats: 3 }],
])('%s over an item', (typed, part) => expect(withSaid(plain, read(typed).said, terms)).toMatchObject(part))

test('a frequency puts an end to amounts by the time of day', () => {
  const before = { ...plain, ...byTimeOf({ morning: '1', noon: '0', evening: '0', night: '2' }) }
  const after = withSaid(before, read('1x3').said, terms)
  expect(after).toMatchObject({ dose: '1', frequency: 'TID' })
  expect(after).not.toHaveProperty('byTime')
})

const forms = ['قرص', 'کپسول', 'شربت', 'قطره چشمی', 'قطره گوش', 'اسپری بینی', 'اسپری استنشاقی', 'کرم', 'قلم', 'آمپول', 'سرنگ آماده تزریق', 'شیاف', 'برچسب پوستی', 'ساشه']
const amount = fc.constantFrom('0.25', '0.5', '1', '1.5', '2', '2.5', '3', '4', '5', '8', '10', '12')
const frequency = fc.constantFrom(...terms.filter(({ kind, code }) => kind === 'freq' && code !== 'PRN').map(({ code }) => code))
const days = fc.integer({ min: 1, max: 365 })
const byTime = fc
  .record<ByTime>({ morning: amount, noon: fc.oneof(amount, fc.constant('0')), evening: fc.oneof(amount, fc.constant('0')), night: amount })
  .map(byTimeOf)
const stretch = fc.oneof({ weight: 3, arbitrary: fc.record({ dose: amount, frequency }) }, byTime)
const instructions = fc.uniqueArray(fc.constantFrom(...terms.filter(({ kind }) => kind === 'instr').map(({ code }) => code)), { maxLength: 3 })
const directions = fc
  .record({
    form: fc.constantFrom(...forms),
    first: stretch,
    firstDays: days,
    then: fc.array(fc.tuple(stretch, days).map(([it, durationDays]) => ({ ...it, durationDays })), { maxLength: 3 }),
    instructions,
    needed: fc.constantFrom(null, '', 'درد', 'درد یا تب', 'درد زانو'),
    most: fc.option(amount),
    side: fc.constantFrom('right', 'left', 'both'),
    unitAt: fc.nat(),
  })
  .map(({ form, first, firstDays, then, instructions, needed, most, side, unitAt }) => ({
    ...first,
    form,
    doseUnit: unitsOf(form)[unitAt % unitsOf(form).length] ?? 'عدد',
    durationDays: firstDays,
    quantity: null,
    instructions,
    asNeeded: needed !== null,
    ...(needed && { neededFor: needed }),
    ...(needed !== null && most !== null && { mostPerDay: most }),
    ...(organOf(form) !== null && { side }),
    ...(then.length > 0 && { then }),
  }))

test('what is read back is read again as what it was', () => {
  fc.assert(
    fc.property(directions, ({ form, ...it }) => {
      const words = readBack({ ...it, form }, terms)
      const { said, unread } = readDirections(words, { terms, form, dose: '' })
      const blank: Directions = { dose: '', doseUnit: unitOf(form), frequency: null, durationDays: null, quantity: null, instructions: [], asNeeded: false }
      const again = withSaid(blank, said, terms)
      expect({ unread, words: readBack({ ...again, form }, terms), again: { ...again, instructions: again.instructions.toSorted() } }).toEqual({
        unread: '',
        words,
        again: { ...it, instructions: it.instructions.toSorted() },
      })
    }),
    { numRuns: 500, seed: 14050902 },
  )
})

test('no line, whatever is typed, gives an amount that the line does not hold', () => {
  const words = fc.constantFrom('1', '2', '5', '500', 'tab', 'tid', 'bid', 'q8h', '7d', 'then', 'pc', 'prn', 'صبح', 'شب', 'هر', 'روز', 'قرص', '1x3', '1+0+2', '#', '#20', 'قرمز', 'x', '-', '/')
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (typed) => {
      const { said, unread } = read(typed.join(' '))
      const numbers = typed.join(' ').match(/\d+/g) ?? []
      for (const { dose } of [said, ...(said.then ?? [])]) if (dose !== undefined) expect(numbers).toContain(dose)
      if (typed.includes('قرمز') || typed.includes('500')) expect(unread).not.toBe('')
    }),
    { numRuns: 500, seed: 14050903 },
  )
})
