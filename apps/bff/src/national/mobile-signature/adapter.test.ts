import { createHash } from 'node:crypto'
import { readDetachedJws } from '@noskhe/shared/signing/detached-jws'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { mobileSignatureThrough } from './adapter.ts'
import type { MobileSignature } from './port.ts'

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
const document = 'urn:noskhe:prescription:0199c0de-0000-7000-8000-000000000001:1'

async function requested(): Promise<string> {
  const answer = await signatures.request({ nationalCode, digest, document, summary: 'نسخهٔ زهرا احمدی‌فر، ۳ قلم' })
  if (answer.outcome !== 'requested') throw new Error(answer.outcome)
  return answer.handle
}

test('what the phone approves is a signature in the agreed format, over what was shown', async () => {
  const handle = await requested()
  expect(await signatures.outcome(handle)).toEqual({ state: 'pending' })
  expect(await sandbox.signatureRequests()).toMatchObject([{ id: handle, state: 'pending', summary: 'نسخهٔ زهرا احمدی‌فر، ۳ قلم' }])
  await sandbox.control('POST', `signature-requests/${handle}/approve`)
  const outcome = await signatures.outcome(handle)
  if (outcome.state !== 'signed') throw new Error(outcome.state)
  expect(readDetachedJws(outcome.jws)).toMatchObject({
    header: { alg: 'ES256', sigT: '2026-11-25T08:00:00Z', sigD: { pars: [document], hashV: [digest] } },
  })
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

test.each([
  ['a member who never came for a certificate', '0082641358'],
  ['a stranger', '0528374613'],
])('%s is not asked to sign', async (_, nationalCode) => {
  expect(await signatures.request({ nationalCode, digest, document, summary: 'x' })).toEqual({ outcome: 'no-certificate' })
})

test('a handle that was never given is unknown', async () => {
  expect(await signatures.outcome('nothing')).toEqual({ state: 'unknown' })
})
