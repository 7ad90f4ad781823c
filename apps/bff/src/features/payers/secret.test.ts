import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './secret.ts'

const key = randomBytes(32)

test('a sealed password opens for its owner', () => expect(unseal(seal('راز-۱۲', key, 'a'), key, 'a')).toBe('راز-۱۲'))
test('it does not open for another owner', () => expect(() => unseal(seal('x', key, 'a'), key, 'b')).toThrow())
test('it does not open with another key', () => expect(() => unseal(seal('x', key, 'a'), randomBytes(32), 'a')).toThrow())
test('a changed byte is noticed', () => {
  const sealed = seal('x', key, 'a')
  sealed[28] = (sealed[28] ?? 0) ^ 1
  expect(() => unseal(sealed, key, 'a')).toThrow()
})
test('the same password is sealed differently each time', () =>
  expect(Buffer.from(seal('x', key, 'a')).equals(Buffer.from(seal('x', key, 'a')))).toBe(false))
