import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeIssuing, makeMember, makeRoot } from '../../testing/authority.ts'
import { signDetached } from '../../testing/jws.ts'
import type { Phone } from '../../testing/phone.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { registerPrescription } from '../prescriptions/index.ts'
import { findSignatureOutcome } from './find-signature-outcome.ts'
import { listSignatures } from './list-signatures.ts'
import { verifyCertificateSignature } from '@noskhe/evidence/certificates/verify-certificate-signature'

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

interface Evidence {
  jws: { protected: string; signature: string }
  chain: string[]
  proofs: unknown[]
}

test('an approval on the phone signs, and what is kept verifies by itself', async () => {
  const { draft, request } = await asked()
  expect(await outcomeOf(request)).toEqual({ state: 'pending', prescription: null })
  practice.phone.state = 'signed'
  expect(await outcomeOf(request)).toMatchObject({ state: 'signed', prescription: { id: draft.id, status: 'signed', version: 1 } })
  const { evidence, digest } = await practice.db.prescriptionVersion.findFirstOrThrow({ where: { prescriptionId: draft.id } })
  const { jws, chain, proofs } = evidence as unknown as Evidence
  expect(chain).toHaveLength(2)
  expect(proofs).toMatchObject([{ of: 'holder', by: 'ocsp' }])
  const expected = {
    digest,
    document: `urn:noskhe:prescription:${draft.id}:1`,
    holder: doctor.context.actor,
    from: practice.now,
    until: new Date(practice.now.getTime() + 120_000),
  }
  expect(await verifyCertificateSignature(jws, expected, practice.phone.authority.chainOf)).toMatchObject({ outcome: 'genuine' })
})

test('a version says which layers it has: a certificate from the phone, intent from a passkey', async () => {
  const { draft, request } = await asked()
  practice.phone.state = 'signed'
  await outcomeOf(request)
  const { layers } = await listSignatures(doctor.context, { id: draft.id })
  expect(layers).toMatchObject([{ layer: 'certificate', at: practice.phone.signedAt.toISOString(), certificate: { name: 'نرگس کاویانی' }, confirmedBy: 'ocsp' }])
  const byPasskey = await practice.signed(doctor)
  expect((await listSignatures(doctor.context, { id: byPasskey.id })).layers).toMatchObject([{ layer: 'intent', certificate: null }])
})

test('a registered version says of the centre’s seal too, which waits until the authority is heard', async () => {
  const signed = await practice.signed(doctor)
  await registerPrescription(doctor.context, { id: signed.id, version: signed.version })
  expect((await listSignatures(doctor.context, { id: signed.id })).layers).toMatchObject([{ layer: 'intent' }, { layer: 'seal', at: null, confirmedBy: null }])
})

test('asking again after the approval answers the same and signs nothing twice', async () => {
  const { draft, request } = await asked()
  practice.phone.state = 'signed'
  const answers = await Promise.all([outcomeOf(request), outcomeOf(request), outcomeOf(request)])
  expect(answers.map(({ state }) => state)).toEqual(['signed', 'signed', 'signed'])
  expect(await practice.db.prescriptionVersion.count({ where: { prescriptionId: draft.id } })).toBe(1)
})

test('the phone shows for whom and how much, and is given the digest of the fixed bytes and their name', async () => {
  const { draft, request } = await asked()
  expect(practice.phone.asked).toMatchObject({
    digest: request.digest,
    document: `urn:noskhe:prescription:${draft.id}:1`,
    summary: 'نسخهٔ زهرا احمدی‌فر، ۱ قلم، درمانگاه مهر ونک',
  })
})

describe('a signature that is not what it should be leaves the draft a draft', () => {
  const until = new Date('2026-11-25T08:59:00Z')
  const cases: [string, Phone['signs'], string][] = [
    ['by another key', async (it, { issuing, holder }) => signDetached({ ...(await makeMember(it.at, issuing, { nationalCode: '1', councilNumber: '1' })), certificate: holder.certificate }, it), 'signature.rejected'],
    ['over other bytes', (it, { holder }) => signDetached(holder, { ...it, digest: Buffer.alloc(32).toString('base64url') }), 'signature.rejected'],
    ['over another document', (it, { holder }) => signDetached(holder, { ...it, document: 'urn:noskhe:prescription:another:1' }), 'signature.rejected'],
    ['with a colleague’s certificate', async (it, { issuing }) => {
      const colleague = await makeMember(it.at, issuing, { nationalCode: '1273849566', councilNumber: '152908' })
      return signDetached(colleague, { ...it, chain: [colleague, issuing] })
    }, 'signature.certificate-untrusted'],
    ['with a certificate of another root', async (it, { holder }) => {
      const stranger = await makeIssuing(it.at, await makeRoot(it.at))
      const { nationalCode, councilNumber } = { nationalCode: practice.phone.asked?.nationalCode ?? '', councilNumber: doctor.context.actor.councilNumber ?? '' }
      const impostor = await makeMember(it.at, stranger, { nationalCode, councilNumber }, { key: { privateKey: holder.key, publicKey: holder.certificate.openssl.publicKey } })
      return signDetached(impostor, { ...it, chain: [impostor, stranger] })
    }, 'signature.certificate-untrusted'],
    ['with a certificate that has run out', async (it, { issuing }) => {
      const expired = await makeMember(it.at, issuing, { nationalCode: practice.phone.asked?.nationalCode ?? '', councilNumber: doctor.context.actor.councilNumber ?? '' }, { until })
      return signDetached(expired, { ...it, chain: [expired, issuing] })
    }, 'signature.certificate-expired'],
  ]
  test.each(cases)('%s', async (_, signs, code) => {
    const { draft, request } = await asked()
    practice.phone.state = 'signed'
    practice.phone.signs = signs
    await expect(outcomeOf(request)).rejects.toMatchObject({ code })
    expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft' })
  })
})

test('a certificate that was revoked while she approved never signs', async () => {
  const { draft, request } = await asked()
  practice.phone.state = 'signed'
  practice.phone.revocation = { state: 'revoked', revokedAt: practice.now.toISOString(), proofs: [] }
  await expect(outcomeOf(request)).rejects.toMatchObject({ code: 'signature.certificate-revoked' })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft' })
})

test('while nobody says whether it was revoked the approval waits, and counts as soon as somebody does', async () => {
  const { draft, request } = await asked()
  const { revocation } = practice.phone
  practice.phone.state = 'signed'
  practice.phone.revocation = { state: 'unknown', because: 'ocsp: silent; crl: silent' }
  expect(await outcomeOf(request)).toEqual({ state: 'unconfirmed', prescription: null })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft' })
  practice.pass(600)
  practice.phone.revocation = revocation
  expect(await outcomeOf(request)).toMatchObject({ state: 'signed' })
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
  practice.phone.signedAt = new Date(practice.now.getTime() + 119_000)
  practice.pass(125)
  expect(await outcomeOf(request)).toMatchObject({ state: 'signed' })
})

test('an approval after the two minutes does not count', async () => {
  const { draft, request } = await asked()
  practice.phone.state = 'signed'
  practice.phone.signedAt = new Date(practice.now.getTime() + 121_000)
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

test('who has no certificate is told so, and the phone is not asked', async () => {
  practice.phone.hasCertificate = false
  await expect(asked()).rejects.toMatchObject({ code: 'signature.certificate-none' })
  expect(practice.phone.asked).toBeNull()
})

test.each([
  ['revoked' as const, { state: 'revoked' as const, revokedAt: '2026-11-25T08:00:00.000Z', proofs: [] }],
  ['unknown' as const, { state: 'unknown' as const, because: 'ocsp: silent; crl: silent' }],
])('a certificate that is %s is not used: the phone is not asked', async (state, revocation) => {
  practice.phone.revocation = revocation
  await expect(asked()).rejects.toMatchObject({ code: `signature.certificate-${state}` })
  expect(practice.phone.asked).toBeNull()
})
