import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readingsOfName, soundOf, wordsOfName } from './name-words.ts'

/** Whether a typed name means somebody, as the server's index decides it. */
function isMeant(typed: string, name: string, by: 'spelling' | 'sound'): boolean {
  const words = wordsOfName(name)
  return readingsOfName(typed).some((reading) => reading.every((begun) => words.some((word) => word[by].startsWith(begun[by]))))
}

test.each([
  ['زهرا', 'زهرا احمدی‌فر'],
  ['زهر', 'زهرا احمدی‌فر'],
  ['احمدی زه', 'زهرا احمدی‌فر'],
  ['احمدیفر', 'زهرا احمدی‌فر'],
  ['احمدی فر', 'زهرا احمدی‌فر'],
  ['احمدی‌فر', 'زهرا احمدی فر'],
  ['احمدیفر', 'زهرا احمدی فر'],
  ['فر', 'زهرا احمدی‌فر'],
  ['محمد رضا کریمی', 'محمدرضا کریمی'],
  ['محمدرضا', 'محمد رضا کریمی'],
  ['سیدمحمدرضا', 'سید محمد رضا حسینی'],
  ['كريمي', 'محمدرضا کریمی'],
  ['أحمدي', 'احمد احمدی'],
  ['آوا', 'اوا سلیمانی'],
  ['سلیمانى', 'آوا سلیمانی'],
  ['مُحَمَّد', 'محمدرضا کریمی'],
  ['  کریمی   محمد ', 'محمدرضا کریمی'],
  ['SMITH j', 'John Smith'],
])('«%s» is spelt like «%s»', (typed, name) => expect(isMeant(typed, name, 'spelling')).toBe(true))

test.each([
  ['رظا', 'رضا'],
  ['غلامرظا', 'غلامرضا شفیعی'],
  ['صکینه', 'سکینه مرادی'],
  ['قلام', 'غلامرضا شفیعی'],
  ['حادی', 'هادی توکلی'],
  ['طوکلی', 'بهزاد توکلی'],
  ['الی', 'علی رستگار'],
  ['ثعید', 'سعید رستگار'],
  ['عباس', 'عبّاس'],
])('«%s» sounds like «%s»', (typed, name) => {
  expect(isMeant(typed, name, 'sound')).toBe(true)
})

test.each([
  ['رضا', 'زهرا احمدی‌فر'],
  ['احمدی زری', 'زهرا احمدی‌فر'],
  ['مدی', 'زهرا احمدی‌فر'],
  ['کریمی حسین', 'محمدرضا کریمی'],
  ['پری', 'بری'],
])('«%s» is not «%s», not even by sound', (typed, name) => expect(isMeant(typed, name, 'sound')).toBe(false))

test.each(['', ' ', 'م', '%', '_%', '؟!', '٪٪'])('%j is nothing to look for', (typed) => expect(readingsOfName(typed)).toEqual([]))

test('what is looked for holds no wildcard of a pattern', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('ا', '%', '_', '\\', 'ب', ' ', '۱', '.', "'") }), (typed) => {
      for (const { spelling, sound } of readingsOfName(typed).flat()) expect(spelling + sound).toMatch(/^[\p{L}\p{N}]+$/u)
    }),
  )
})

const letter = fc.constantFrom(...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی')

test('the sound of a beginning is a beginning of the sound', () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 12 }), fc.nat(12), (word, length) => {
      expect(soundOf(word).startsWith(soundOf(word.slice(0, length)))).toBe(true)
    }),
  )
})

test('a name is found by the beginnings of its words, in any order and without their half-spaces', () => {
  const word = fc.string({ unit: letter, minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.nat(6), fc.boolean()), { minLength: 1, maxLength: 4 }), fc.boolean(), (words, isReversed) => {
      const name = words.map(([text, , hasHalfSpace]) => (hasHalfSpace ? `${text.slice(0, 1)}\u200c${text.slice(1)}` : text)).join(' ')
      const begun = words.map(([text, more]) => text.slice(0, 2 + more))
      expect(isMeant((isReversed ? begun.toReversed() : begun).join(' '), name, 'spelling')).toBe(true)
    }),
  )
})
