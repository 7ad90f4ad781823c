import { expect, test } from 'vitest'
import { challengeOf, digestOf } from './challenge.ts'

const base = { nonce: new Uint8Array(32).fill(7), digest: await digestOf('{"a":1}'), centre: 'SIAM-1', prescriber: '145263' }
const hex = async (question: typeof base) => Buffer.from(await challengeOf(question)).toString('hex')

test('the same question has the same challenge', async () => expect(await hex(base)).toBe(await hex({ ...base })))

test.each([
  ['the nonce', { nonce: new Uint8Array(32).fill(8) }],
  ['one character of the content', { digest: await digestOf('{"a":2}') }],
  ['the centre', { centre: 'SIAM-2' }],
  ['the prescriber', { prescriber: '145264' }],
  ['the border between centre and prescriber', { centre: 'SIAM-11', prescriber: '45263' }],
])('another challenge when %s changes', async (_, change) => expect(await hex({ ...base, ...change })).not.toBe(await hex(base)))

test('a short nonce is refused', async () => {
  await expect(challengeOf({ ...base, nonce: new Uint8Array(16) })).rejects.toThrow(TypeError)
})
