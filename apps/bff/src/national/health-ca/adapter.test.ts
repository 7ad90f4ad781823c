import 'reflect-metadata'
import { generateKeyPairSync, type webcrypto } from 'node:crypto'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { healthCaThrough } from './adapter.ts'
import type { Chain, HealthCa } from './port.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let healthCa: HealthCa
let roots: string
beforeAll(async () => {
  sandbox = await givenSandbox()
  roots = await (await fetch(`${sandbox.url}/_sandbox/health-ca/root.pem`)).text()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  healthCa = connect()
})

const connect = (trusted: string | null = roots) => {
  const addresses = { ocspUrl: `${sandbox.url}/ocsp`, crlUrl: `${sandbox.url}/crl/issuing.crl`, rootCrlUrl: `${sandbox.url}/crl/root.crl` }
  return healthCaThrough(sandbox.gateway(), { roots: trusted, ...addresses }, { deadlineMs: 300 })
}

const physician = { nationalCode: '0041827368', councilNumber: '145263' }
const pharmacist = { nationalCode: '0082641358', councilNumber: '23871' }
const manager = { nationalCode: '0061739286', councilNumber: null }
const ofPhysician = async (): Promise<Chain> => (await healthCa.certificateOf(physician.nationalCode)) ?? []
const inCondition = async (condition: string): Promise<Chain> => {
  await sandbox.control('PUT', `health-ca/${physician.nationalCode}/certificate`, { condition })
  return ofPhysician()
}
const serialOf = (chain: Chain) => healthCa.chainOf(chain, new Date()).certificate?.serial ?? ''

test('a certificate of the Health CA is trusted, tells whose it is, and is good by OCSP', async () => {
  const chain = await ofPhysician()
  expect(healthCa.chainOf(chain, new Date())).toMatchObject({ outcome: 'trusted', certificate: { ...physician, name: 'نرگس کاویانی' } })
  expect(await healthCa.revocation(chain, new Date())).toMatchObject({ state: 'good', proofs: [{ of: 'holder', by: 'ocsp' }, { of: 'authority', by: 'crl' }] })
})

test('the root survives a reset of the sandbox: what is configured stays true', async () => {
  await sandbox.control('POST', 'reset')
  expect(healthCa.chainOf(await ofPhysician(), new Date())).toMatchObject({ outcome: 'trusted' })
})

test.each([
  ['good', 'trusted'],
  ['expiring', 'trusted'],
  ['revoked', 'trusted'],
  ['expired', 'expired'],
  ['wrong-chain', 'wrong-chain'],
])('a certificate that is %s: its chain is %s', async (condition, outcome) => {
  expect(healthCa.chainOf(await inCondition(condition), new Date())).toMatchObject({ outcome })
})

test('without a configured root nothing is trusted and nobody is asked', async () => {
  const chain = await ofPhysician()
  const rootless = connect(null)
  expect(rootless.chainOf(chain, new Date())).toMatchObject({ outcome: 'no-anchor' })
  expect(await rootless.revocation(chain, new Date())).toEqual({ state: 'unknown', because: 'chain: no-anchor' })
  expect(await sandbox.received('ocsp')).toEqual([])
})

test('a revoked one is revoked by OCSP, and by the list', async () => {
  const chain = await inCondition('revoked')
  expect(await healthCa.revocation(chain, new Date())).toMatchObject({ state: 'revoked', proofs: expect.arrayContaining([expect.objectContaining({ by: 'ocsp' })]) as unknown })
  await sandbox.control('PUT', 'faults/ocsp', { kind: 'error' })
  expect(await healthCa.revocation(chain, new Date())).toMatchObject({ state: 'revoked' })
})

describe('where OCSP is silent', () => {
  test.each(['hang', 'refuse', 'error', 'garbage', 'half', 'busy', 'lose', 'unknown'])('(%s) the list is asked', async (kind) => {
    await sandbox.control('PUT', 'faults/ocsp', { kind })
    expect(await healthCa.revocation(await ofPhysician(), new Date())).toMatchObject({ state: 'good', proofs: [{ of: 'holder', by: 'crl' }, { of: 'authority' }] })
  })
  test.each(['hang', 'refuse', 'error', 'garbage', 'half', 'busy', 'lose', 'unknown'])('and the list too (%s), it is unknown, never good', async (kind) => {
    await sandbox.control('PUT', 'faults/ocsp', { kind: 'refuse' })
    await sandbox.control('PUT', 'faults/crl', { kind })
    expect(await healthCa.revocation(await ofPhysician(), new Date())).toMatchObject({ state: 'unknown' })
  })
})

test('who says nothing of the issuing authority itself leaves it unknown', async () => {
  await sandbox.control('PUT', 'faults/crl', { kind: 'refuse', path: 'root.crl' })
  expect(await healthCa.revocation(await ofPhysician(), new Date())).toEqual({ state: 'unknown', because: 'crl: silent' })
})

test('a certificate that the responder does not know is unknown, though no list names it', async () => {
  const chain = await ofPhysician()
  await sandbox.control('PUT', `health-ca/${physician.nationalCode}/certificate`, { condition: 'none' })
  expect(await healthCa.revocation(chain, new Date())).toEqual({ state: 'unknown', because: 'ocsp: unknown' })
})

test('the council vouches for its members, the legal authority for others, nobody for strangers', async () => {
  expect(await healthCa.enrol(pharmacist)).toMatchObject({ outcome: 'issued' })
  expect(await healthCa.enrol(manager)).toMatchObject({ outcome: 'issued' })
  expect(await healthCa.enrol({ ...pharmacist, councilNumber: '145263' })).toEqual({ outcome: 'already-certified' })
  expect(await healthCa.enrol({ nationalCode: '0528374613', councilNumber: null })).toEqual({ outcome: 'unknown-applicant' })
  expect(await healthCa.enrol({ nationalCode: '0015937461', councilNumber: '118734' })).toEqual({ outcome: 'licence-not-in-force' })
  expect(await healthCa.enrol({ nationalCode: '0015937461', councilNumber: null })).toEqual({ outcome: 'unknown-applicant' })
})

test('a renewal has a new key, and the old certificate is superseded', async () => {
  const old = await ofPhysician()
  const renewed = await healthCa.renew(physician)
  if (renewed.outcome !== 'issued') throw new Error(renewed.outcome)
  const keyOf = (chain: Chain) => healthCa.chainOf(chain, new Date()).certificate?.publicKey
  expect(keyOf(renewed.chain)).not.toEqual(keyOf(old))
  expect(await healthCa.revocation(old, new Date())).toMatchObject({ state: 'revoked' })
  expect(await healthCa.revocation(renewed.chain, new Date())).toMatchObject({ state: 'good' })
  expect(await healthCa.renew(pharmacist)).toEqual({ outcome: 'nothing-to-renew' })
})

test('she revokes her own and nobody else’s; then she may enrol anew', async () => {
  const chain = await ofPhysician()
  const request = { serial: serialOf(chain), reason: 'keyCompromise' as const }
  expect(await healthCa.revoke({ ...request, nationalCode: pharmacist.nationalCode })).toBeNull()
  const first = await healthCa.revoke({ ...request, nationalCode: physician.nationalCode })
  expect(await healthCa.revoke({ ...request, nationalCode: physician.nationalCode })).toEqual(first)
  expect(await healthCa.revocation(chain, new Date())).toMatchObject({ state: 'revoked' })
  expect(await healthCa.enrol(physician)).toMatchObject({ outcome: 'issued' })
})

test('a centre’s seal is certified for the key that signed the request, in SIAM’s name', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
  const keys: webcrypto.CryptoKeyPair = { publicKey: publicKey.toCryptoKey(algorithm, true, ['verify']), privateKey: privateKey.toCryptoKey(algorithm, true, ['sign']) }
  const request = Buffer.from((await Pkcs10CertificateRequestGenerator.create({ name: 'CN=anything', keys, signingAlgorithm: algorithm })).rawData)
  const answer = await healthCa.certifySeal({ siamId: 'SIAM-1100271', request: request.toString('base64') })
  if (answer.outcome !== 'issued') throw new Error(answer.outcome)
  const verdict = healthCa.chainOf(answer.chain, new Date())
  expect(verdict).toMatchObject({ outcome: 'trusted', certificate: { name: 'درمانگاه مهر ونک', siamId: 'SIAM-1100271', nationalCode: null } })
  expect(verdict.certificate?.publicKey).toEqual(publicKey.export({ format: 'jwk' }))
  request.writeUInt8(request.readUInt8(request.length - 1) ^ 1, request.length - 1)
  expect(await healthCa.certifySeal({ siamId: 'SIAM-1100271', request: request.toString('base64') })).toEqual({ outcome: 'not-a-request' })
  expect(await healthCa.certifySeal({ siamId: 'SIAM-0', request: request.toString('base64') })).toEqual({ outcome: 'unknown-applicant' })
})
