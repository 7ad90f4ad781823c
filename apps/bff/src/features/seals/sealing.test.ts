import 'reflect-metadata'
import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Pkcs10CertificateRequest } from '@peculiar/x509'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyCertificateSignature } from '@noskhe/evidence/certificates/verify-certificate-signature'
import { NationalUnavailable } from '../../national/port.ts'
import { makeIssuing, makeRoot } from '../../testing/authority.ts'
import { refusal } from '../../testing/insurer.ts'
import { type Doctor, Practice } from '../../testing/practice.ts'
import { Counter, item as ordered } from '../dispensing/testing/counter.ts'
import { registerPrescription } from '../prescriptions/index.ts'
import { findVersion } from '../signing/index.ts'
import { certifySeals } from './certify-seals.ts'
import { describeSeal } from './describe-seal.ts'
import { sealDocuments } from './seal-documents.ts'
import { SealAuthority, good } from './testing/seal-authority.ts'

interface Evidence {
  jws: { protected: string; signature: string }
  chain: string[]
  certificate: { serial: string }
  proofs: unknown[]
}

const centreId = 'SIAM-1100271'
const silence = new NationalUnavailable('health-ca', { sent: 'maybe' })
const unknown = { state: 'unknown' as const, because: 'ocsp: silent; crl: silent' }
const DAY_S = 24 * 60 * 60

describe('what is registered', () => {
  let practice: Practice
  let doctor: Doctor
  let authority: SealAuthority
  beforeAll(async () => {
    practice = await Practice.open()
  })
  beforeEach(async () => {
    await practice.startOver()
    await Promise.all([practice.db.centreSeal.deleteMany(), practice.db.documentSeal.deleteMany()])
    doctor = await practice.doctor()
    authority = await SealAuthority.open(practice.now)
  })
  afterAll(() => practice.close())

  const register = ({ id, version }: Prescription) => registerPrescription(doctor.context, { id, version })
  const registered = async () => register(await practice.signed(doctor))
  const resources = () => ({ ...doctor.context, national: { ...doctor.context.national, healthCa: { ...doctor.context.national.healthCa, ...authority.port } } })
  const round = async () => {
    await certifySeals(resources())
    await sealDocuments(resources(), findVersion)
  }
  const sealOf = async ({ id }: { id: string }) => {
    const row = await practice.db.documentSeal.findFirstOrThrow({ where: { subjectId: id } })
    return { ...row, evidence: row.evidence as unknown as Evidence | null }
  }
  const centreSeal = () => practice.db.centreSeal.findUniqueOrThrow({ where: { centreId } })
  const layerOf = ({ id }: { id: string }) => describeSeal(practice.db, { centreId, kind: 'prescription', subjectId: id, version: 1 })

  test('is sealed by the centre over the bytes that were signed, and what is kept verifies by itself', async () => {
    const it = await registered()
    await round()
    const { digest } = await practice.db.prescriptionVersion.findFirstOrThrow({ where: { prescriptionId: it.id } })
    const { state, evidence } = await sealOf(it)
    if (!evidence) throw new Error('Nothing was kept')
    const expected = { digest, document: `urn:noskhe:prescription:${it.id}:1`, from: practice.now, until: practice.now }
    const verify = (holder: Parameters<typeof verifyCertificateSignature>[1]['holder']) =>
      verifyCertificateSignature(evidence.jws, { ...expected, holder }, authority.port.chainOf)
    expect(state).toBe('sealed')
    expect(evidence.proofs).toEqual(good.state === 'good' ? good.proofs : [])
    expect(await verify({ siamId: centreId })).toMatchObject({ outcome: 'genuine', signature: { chain: evidence.chain } })
    expect(await verify({ siamId: 'SIAM-1100386' })).toEqual({ outcome: 'wrong-holder' })
    expect(await practice.auditOf(it.id)).toContain('document.sealed')
  })

  test('says that the seal waits, and then that it is there', async () => {
    const it = await registered()
    expect(await layerOf(it)).toEqual({ layer: 'seal', at: null, certificate: null, confirmedBy: null })
    await round()
    expect(await layerOf(it)).toMatchObject({ at: practice.now.toISOString(), certificate: { name: 'درمانگاه مهر ونک' }, confirmedBy: 'ocsp' })
  })

  test('not, or refused, is not sealed', async () => {
    const signed = await practice.signed(doctor)
    practice.salamat.refusesRegistration = refusal('patient-deceased')
    await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused' })
    expect(await practice.db.documentSeal.count({ where: { subjectId: signed.id } })).toBe(0)
  })

  test('waits for an authority that is silent, without stopping anybody, and is sealed when it is heard again', async () => {
    authority.fails = silence
    const it = await registered()
    expect(it.status).toBe('registered')
    await round()
    expect(await sealOf(it)).toMatchObject({ state: 'waiting', evidence: null })
    expect(await centreSeal()).toMatchObject({ state: 'waiting', failure: 'silent' })
    authority.fails = null
    practice.pass(60)
    await round()
    expect(await sealOf(it)).toMatchObject({ state: 'sealed' })
  })

  test('is not sealed while nobody says whether the certificate was revoked', async () => {
    const it = await registered()
    authority.says = () => unknown
    await round()
    expect(await sealOf(it)).toMatchObject({ state: 'waiting', failure: 'unconfirmed', evidence: null })
    authority.says = () => good
    practice.pass(60)
    await round()
    expect(await sealOf(it)).toMatchObject({ state: 'sealed' })
  })

  test('after a revocation is sealed with another key and certificate only', async () => {
    await registered()
    await round()
    const before = await centreSeal()
    const [revoked] = before.chain
    authority.says = (leaf) => (leaf === revoked ? { state: 'revoked', revokedAt: practice.now.toISOString(), proofs: [] } : good)
    const it = await registered()
    await round()
    expect(await sealOf(it)).toMatchObject({ state: 'waiting', failure: 'revoked' })
    expect(await centreSeal()).toMatchObject({ state: 'revoked', secret: null })
    practice.pass(60)
    await round()
    expect((await sealOf(it)).evidence?.chain[0]).toBe((await centreSeal()).chain[0])
    expect((await centreSeal()).serial).not.toBe(before.serial)
    expect(authority.asked).toHaveLength(2)
  })

  test('before many workers that race, has one certificate and one seal each', async () => {
    const all = [await registered(), await registered(), await registered()]
    await Promise.all(Array.from({ length: 4 }, () => certifySeals(resources())))
    await Promise.all(Array.from({ length: 4 }, () => sealDocuments(resources(), findVersion)))
    expect(authority.asked).toHaveLength(1)
    for (const it of all) {
      expect(await sealOf(it)).toMatchObject({ state: 'sealed', attempts: 1 })
      expect((await practice.auditOf(it.id)).filter((action) => action === 'document.sealed')).toHaveLength(1)
    }
  })

  test('of a centre without a certificate keeps no other centre waiting', async () => {
    authority.answers = async (honest) => (authority.asked.at(-1)?.siamId === 'SIAM-X' ? { outcome: 'unknown-applicant' } : honest())
    const stranger = await practice.doctor({ centreId: 'SIAM-X' })
    for (let written = 0; written < 3; written += 1) {
      const { id, version } = await practice.signed(stranger)
      await registerPrescription(stranger.context, { id, version })
    }
    const it = await registered()
    await round()
    expect(await sealOf(it)).toMatchObject({ state: 'sealed' })
    const waiting = await practice.db.documentSeal.findMany({ where: { centreId: 'SIAM-X' } })
    expect(waiting.map(({ state, attempts }) => [state, attempts])).toEqual(Array.from({ length: 3 }, () => ['waiting', 0]))
  })
})

describe('a centre’s certificate', () => {
  let practice: Practice
  let authority: SealAuthority
  let doctor: Doctor
  beforeAll(async () => {
    practice = await Practice.open()
  })
  beforeEach(async () => {
    await practice.db.centreSeal.deleteMany()
    doctor = await practice.doctor()
    authority = await SealAuthority.open(practice.now)
    await practice.db.centreSeal.create({ data: { centreId, state: 'waiting', chain: [], dueAt: practice.now } })
  })
  afterAll(() => practice.close())

  const certify = () =>
    certifySeals({ ...doctor.context, national: { ...doctor.context.national, healthCa: { ...doctor.context.national.healthCa, ...authority.port } } })
  const seal = () => practice.db.centreSeal.findUniqueOrThrow({ where: { centreId } })
  const keysAsked = () => authority.asked.map(({ request }) => new Pkcs10CertificateRequest(request).publicKey.toString('base64'))

  test('is of a key that is nowhere in the clear', async () => {
    await certify()
    const { secret, state, nextSecret } = await seal()
    expect([state, nextSecret]).toEqual(['in-force', null])
    expect(Buffer.from(secret ?? []).toString('latin1')).not.toContain('PRIVATE KEY')
  })

  test('whose answer was lost is asked for again with the same key', async () => {
    authority.fails = silence
    await certify()
    const { nextSecret } = await seal()
    authority.fails = null
    practice.pass(60)
    await certify()
    expect((await seal()).secret).toEqual(nextSecret)
    expect([keysAsked().length, new Set(keysAsked()).size]).toEqual([2, 1])
  })

  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  test.each<[string, SealAuthority['answers']]>([
    ['wrong-holder', (honest) => honest({ siamId: 'SIAM-1100386' })],
    ['wrong-key', (honest) => honest({ publicKey })],
    ['wrong-chain', async (honest) => honest({ by: await makeIssuing(practice.now, await makeRoot(practice.now)) })],
    ['unknown-applicant', async () => ({ outcome: 'unknown-applicant' })],
  ])('that is %s is not taken', async (failure, answers) => {
    authority.answers = answers
    await certify()
    expect(await seal()).toMatchObject({ state: 'waiting', failure, secret: null })
  })

  test('is renewed with another key in its last thirty days, and stays in force until the new one is there', async () => {
    authority.until = new Date(practice.now.getTime() + 60 * DAY_S * 1_000)
    await certify()
    const first = await seal()
    practice.pass(29 * DAY_S)
    await certify()
    expect(await seal()).toEqual(first)
    practice.pass(2 * DAY_S)
    authority.fails = silence
    await certify()
    expect(await seal()).toMatchObject({ state: 'in-force', serial: first.serial, failure: 'silent' })
    authority.fails = null
    authority.until = new Date(practice.now.getTime() + 90 * DAY_S * 1_000)
    practice.pass(60)
    await certify()
    const renewed = await seal()
    expect(renewed.serial).not.toBe(first.serial)
    expect(renewed.secret).not.toEqual(first.secret)
  })
})

describe('what is handed over', () => {
  let counter: Counter
  beforeAll(async () => {
    counter = await Counter.open()
  })
  afterAll(() => counter.close())

  test('is sealed as it was confirmed: what, how much, which packs, at what cost, by whom', async () => {
    const authority = await SealAuthority.open(counter.now)
    const line = ordered('50001', 20)
    const delivery = await counter.confirm(await counter.prepare(counter.order('00801', [line]), { [line.code.value]: 10 }))
    const resources = { ...counter.context, national: { ...counter.national, healthCa: { ...counter.national.healthCa, ...authority.port } } }
    await certifySeals(resources)
    await sealDocuments(resources, findVersion)
    const row = await counter.db.documentSeal.findFirstOrThrow({ where: { kind: 'delivery', subjectId: delivery.id } })
    expect(row.state).toBe('sealed')
    expect(JSON.parse(row.canonical ?? '')).toMatchObject({
      format: 'noskhe.delivery/1', delivery: delivery.id, centre: 'SIAM-A', dispenser: { id: counter.context.actor.personId },
      deliveredAt: delivery.deliveredAt, trackingCode: delivery.ref.trackingCode, lines: [{ code: line.code.value, quantity: 10, shares: { total: 10_000 } }],
      totals: { total: 10_000, insurerShare: 7_000, patientShare: 3_000 },
    })
    const { jws } = row.evidence as unknown as Evidence
    const digest = createHash('sha256').update(row.canonical ?? '').digest('base64url')
    const expected = { digest, document: `urn:noskhe:delivery:${delivery.id}:1`, holder: { siamId: 'SIAM-A' }, from: counter.now, until: counter.now }
    expect(await verifyCertificateSignature(jws, expected, authority.port.chainOf)).toMatchObject({ outcome: 'genuine' })
  })
})
