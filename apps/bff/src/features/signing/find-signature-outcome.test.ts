import { createPublicKey, generateKeyPairSync, type JsonWebKey, verify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { findSignatureOutcome } from './find-signature-outcome.ts'

let practice: Practice
let doctor: Doctor

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

async function asked() {
  const draft = await practice.checked(doctor)
  return { draft, request: await practice.ask(doctor, draft, 'mobile') }
}
const outcomeOf = ({ id }: { id: string }) => findSignatureOutcome(doctor.context, { id })

test('an approval on the phone signs, and the signature verifies against the enrolled key', async () => {
  const { draft, request } = await asked()
  expect(await outcomeOf(request)).toEqual({ state: 'pending', prescription: null })
  practice.phone.state = 'signed'
  expect(await outcomeOf(request)).toMatchObject({ state: 'signed', prescription: { id: draft.id, status: 'signed', version: 1 } })
  const { evidence, digest } = await practice.db.prescriptionVersion.findFirstOrThrow({ where: { prescriptionId: draft.id } })
  const { publicKey, signature } = evidence as { publicKey: string; signature: string }
  const key = createPublicKey({ key: JSON.parse(publicKey) as JsonWebKey, format: 'jwk' })
  const isGenuine = verify('sha256', Buffer.from(digest, 'base64url'), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  expect(isGenuine).toBe(true)
})

test('asking again after the approval answers the same and signs nothing twice', async () => {
  const { draft, request } = await asked()
  practice.phone.state = 'signed'
  const answers = await Promise.all([outcomeOf(request), outcomeOf(request), outcomeOf(request)])
  expect(answers.map(({ state }) => state)).toEqual(['signed', 'signed', 'signed'])
  expect(await practice.db.prescriptionVersion.count({ where: { prescriptionId: draft.id } })).toBe(1)
})

test('her key is made at the first request', async () => {
  expect(practice.phone.isEnrolled).toBe(false)
  await asked()
  expect(practice.phone.isEnrolled).toBe(true)
})

test('the phone shows for whom and how much, and is given the digest of the fixed bytes', async () => {
  const { request } = await asked()
  expect(practice.phone.asked).toEqual({ digest: request.digest, summary: 'نسخهٔ زهرا احمدی‌فر، ۱ قلم، درمانگاه مهر ونک' })
})

test('a signature by another key than hers is refused', async () => {
  const { draft, request } = await asked()
  practice.phone.state = 'signed'
  practice.phone.signsWith = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  await expect(outcomeOf(request)).rejects.toMatchObject({ code: 'signature.rejected' })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft' })
})

test('a signature over other bytes is refused', async () => {
  const { request } = await asked()
  practice.phone.state = 'signed'
  practice.phone.asked = { digest: Buffer.alloc(32).toString('base64url'), summary: '' }
  await expect(outcomeOf(request)).rejects.toMatchObject({ code: 'signature.rejected' })
})

test.each(['declined', 'expired', 'unknown'] as const)('a phone that says %s leaves the draft a draft', async (state) => {
  const { draft, request } = await asked()
  practice.phone.state = state
  expect(await outcomeOf(request)).toEqual({ state: state === 'declined' ? 'declined' : 'expired', prescription: null })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft' })
})

test('an approval in the last second counts although we hear of it later', async () => {
  const { request } = await asked()
  practice.phone.state = 'signed'
  practice.phone.signedAt = new Date(practice.now.getTime() + 119_000).toISOString()
  practice.pass(125)
  expect(await outcomeOf(request)).toMatchObject({ state: 'signed' })
})

test('an approval after the two minutes does not count', async () => {
  const { draft, request } = await asked()
  practice.phone.state = 'signed'
  practice.phone.signedAt = new Date(practice.now.getTime() + 121_000).toISOString()
  practice.pass(125)
  expect(await outcomeOf(request)).toEqual({ state: 'expired', prescription: null })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft' })
})

test('an approval of what was edited meanwhile signs nothing', async () => {
  const { draft, request } = await asked()
  await practice.save(doctor, draft, [item({ quantity: 10 })])
  practice.phone.state = 'signed'
  await expect(outcomeOf(request)).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
})

test('whom the service does not know is told to sign otherwise', async () => {
  practice.phone.isKnown = false
  await expect(asked()).rejects.toMatchObject({ code: 'signature.no-phone' })
})
