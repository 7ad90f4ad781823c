import { createHash, createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { mobileSignatureThrough } from './adapter.ts'
import type { MobileSignature, SignatureOutcome } from './port.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let signatures: MobileSignature
let clock = new Date('2026-11-25T08:00:00Z')
beforeAll(async () => void (sandbox = await givenSandbox(() => clock)))
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  signatures = mobileSignatureThrough(sandbox.gateway())
})

const nationalCode = '0041827368'
const digest = createHash('sha256').update('the canonical bytes of a prescription').digest('base64url')

async function requested(): Promise<string> {
  await signatures.enrol(nationalCode)
  const answer = await signatures.request({ nationalCode, digest, summary: 'نسخهٔ زهرا احمدی‌فر، ۳ قلم' })
  if (answer.outcome !== 'requested') throw new Error(answer.outcome)
  return answer.handle
}

function verifies(outcome: SignatureOutcome, ofDigest: string): boolean {
  if (outcome.state !== 'signed') throw new Error(outcome.state)
  const key = createPublicKey({ key: outcome.publicKey, format: 'jwk' })
  const signature = Buffer.from(outcome.signature, 'base64url')
  return verify('sha256', Buffer.from(ofDigest, 'base64url'), { key, dsaEncoding: 'ieee-p1363' }, signature)
}

test('what the phone approves verifies against the enrolled key, and only over what was shown', async () => {
  const handle = await requested()
  expect(await signatures.outcome(handle)).toEqual({ state: 'pending' })
  expect(await sandbox.signatureRequests()).toMatchObject([{ id: handle, state: 'pending', summary: 'نسخهٔ زهرا احمدی‌فر، ۳ قلم' }])
  await sandbox.control('POST', `signature-requests/${handle}/approve`)
  const outcome = await signatures.outcome(handle)
  expect(verifies(outcome, digest)).toBe(true)
  expect(verifies(outcome, createHash('sha256').update('other bytes').digest('base64url'))).toBe(false)
  expect(await signatures.keyOf(nationalCode)).toMatchObject({ keyId: outcome.state === 'signed' && outcome.keyId })
})

test('the private key is not told', async () => {
  expect((await signatures.enrol(nationalCode))?.publicKey).not.toHaveProperty('d')
})

test('enrolling again keeps the key', async () => {
  expect(await signatures.enrol(nationalCode)).toEqual(await signatures.enrol(nationalCode))
})

test('a declined request is never signed', async () => {
  const handle = await requested()
  await sandbox.control('POST', `signature-requests/${handle}/decline`)
  expect(await signatures.outcome(handle)).toEqual({ state: 'declined' })
  await expect(sandbox.control('POST', `signature-requests/${handle}/approve`)).rejects.toThrow('409')
})

test('a request is dead after 120 s', async () => {
  const handle = await requested()
  clock = new Date(clock.getTime() + 121_000)
  expect(await signatures.outcome(handle)).toEqual({ state: 'expired' })
  await expect(sandbox.control('POST', `signature-requests/${handle}/approve`)).rejects.toThrow('409')
})

test('nobody signs before enrolling, and strangers cannot enrol', async () => {
  expect(await signatures.request({ nationalCode, digest, summary: 'x' })).toEqual({ outcome: 'not-enrolled' })
  expect(await signatures.keyOf(nationalCode)).toBeNull()
  expect(await signatures.enrol('0528374613')).toBeNull()
})

test('a handle that was never given is unknown', async () => {
  expect(await signatures.outcome('nothing')).toEqual({ state: 'unknown' })
})
