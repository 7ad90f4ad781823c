import { expect, test } from 'vitest'
import { canonicalText } from './message-seal.ts'

test('a message has one text, in whatever order its names were written', () => {
  expect(canonicalText({ b: [{ d: 1, c: 'ژ' }], a: null })).toBe('{"a":null,"b":[{"c":"ژ","d":1}]}')
})

// RFC 8785 §3.2.3: by UTF-16 code units, so a surrogate pair goes before U+FB33.
test('names stand in the order of their code units', () => {
  expect(canonicalText({ '\ufb33': 2, '\u{1f600}': 1, '1': 0 })).toBe('{"1":0,"\u{1f600}":1,"\ufb33":2}')
})

test('what is left out is not in the text, as it is not in the message', () => {
  expect(canonicalText({ a: undefined, b: 1 })).toBe('{"b":1}')
})
