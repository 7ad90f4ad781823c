import { expect, test } from 'vitest'
import { isAtLeast } from './node.mjs'

test.each([
  ['24.11.0', true],
  ['24.21.0', true],
  ['25.0.0', true],
  ['24.9.1', false],
  ['20.20.2', false],
])('Node %s: meets 24.11: %s', (version, expected) => {
  expect(isAtLeast(version, [24, 11])).toBe(expected)
})
