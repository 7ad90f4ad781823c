import { expect, test } from 'vitest'
import { canonicalize } from './canonical.ts'

test.each([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  // The key order of RFC 8785 §3.2.3: by UTF-16 code units, so the emoji's surrogate sorts before דּ.
  [{ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }, '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}'],
  ['نسخه\n"\\', '"نسخه\\n\\"\\\\"'],
  [0, '0'],
])('%j is written in one way', (value, text) => expect(canonicalize(value)).toBe(text))

test.each([0.5, NaN, 2 ** 53, '\ud800'])('%s is not signed', (value) => expect(() => canonicalize(value)).toThrow(TypeError))

test('a member without a value is not signed', () =>
  expect(() => canonicalize({ a: undefined as never })).toThrow())
