import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decrypt, encrypt } from './secret.ts'

const key = randomBytes(32)

test('an encrypted password opens for its owner', () => expect(decrypt(encrypt('راز-۱۲', key, 'a'), key, 'a')).toBe('راز-۱۲'))
test('it does not open for another owner', () => expect(() => decrypt(encrypt('x', key, 'a'), key, 'b')).toThrow())
test('it does not open with another key', () => expect(() => decrypt(encrypt('x', key, 'a'), randomBytes(32), 'a')).toThrow())
test('a changed byte is noticed', () => {
  const sealed = encrypt('x', key, 'a')
  sealed[28] = (sealed[28] ?? 0) ^ 1
  expect(() => decrypt(sealed, key, 'a')).toThrow()
})
test('the same password is encrypted differently each time', () =>
  expect(Buffer.from(encrypt('x', key, 'a')).equals(Buffer.from(encrypt('x', key, 'a')))).toBe(false))
