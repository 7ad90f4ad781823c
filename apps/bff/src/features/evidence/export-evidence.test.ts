import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPem } from '@noskhe/evidence/certificates/certificate'
import { main } from '@noskhe/evidence/command'
import { type EvidenceFile, digestOfContent, readEvidence, writeEvidence } from '@noskhe/evidence/evidence-file'
import { type EvidenceReport, verifyEvidence } from '@noskhe/evidence/verify-evidence'
import { exportEvidence } from '@noskhe/shared/evidence/contract'
import * as patients from '@noskhe/shared/patients/contract'
import * as prescriptions from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { SigningMeans } from '@noskhe/shared/signing/signature'
import * as signing from '@noskhe/shared/signing/contract'
import * as terminology from '@noskhe/shared/terminology/contract'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Authenticator, createAuthenticator } from '../../testing/authenticator.ts'
import type { Caller } from '../../testing/caller.ts'
import { PUBLIC_URL, type Product, clinic, givenProduct, physician } from '../../testing/product.ts'

// What the running product hands out, judged by the verifier alone: it knows the file and the authority's root, nothing else.

let product: Product
let doctor: Caller
let device: Authenticator
let rootPem: string
/** By phone and sealed; by passkey. */
let certified: Uint8Array
let intended: Uint8Array

beforeAll(async () => {
  product = await givenProduct()
  device = createAuthenticator(PUBLIC_URL)
  doctor = await product.signIn(physician, { siamId: clinic, role: 'prescriber' }, device)
  rootPem = await (await fetch(`${product.sandbox.url}/_sandbox/health-ca/root.pem`)).text()
  certified = await sealedEvidence(await registered('mobile'))
  intended = await sealedEvidence(await registered('passkey'))
})
afterAll(() => product.close())

const roots = () => readPem(rootPem)
const verify = (bytes: Uint8Array) => verifyEvidence(bytes, roots())
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function draft(): Promise<Prescription> {
  const { hits } = await vi.waitFor(() => doctor.call(terminology.searchCodes, { query: 'metformin 500', kinds: 'drug' }), { timeout: 30_000 })
  const code = hits[0]?.code ?? ''
  const { id: encounterId } = await doctor.call(patients.openEncounter, { identity: { kind: 'national-code', value: '1384950613' }, newbornBirthDate: null })
  const { id, revision } = await doctor.call(prescriptions.openDraft, { encounterId, pays: 'private', declaredName: null })
  const item = { kind: 'drug' as const, key: randomUUID(), code, dose: '1', doseUnit: 'قرص', frequency: 'BID', durationDays: 10, quantity: 20, instructions: [], asNeeded: false, note: '' }
  const saved = await doctor.call(prescriptions.saveDraft, { id, revision, content: { items: [item], diagnosisCode: null, noteToPatient: '' } })
  return doctor.call(prescriptions.checkDraft, { id: saved.id, revision: saved.revision })
}

async function registered(means: SigningMeans): Promise<Prescription> {
  const { id, revision } = await draft()
  const request = await doctor.call(signing.requestSignature, { id, revision, means })
  if (means === 'passkey') {
    const shown = device.authenticate(request.passkeyOptions as unknown as PublicKeyCredentialRequestOptionsJSON)
    await doctor.call(signing.signWithPasskey, { id: request.id, response: JSON.parse(JSON.stringify(shown)) as Record<string, string> })
  } else {
    await approve()
    const outcome = () => doctor.call(signing.findSignatureOutcome, { id: request.id })
    await vi.waitUntil(async () => (await outcome()).state === 'signed', { timeout: 30_000 })
  }
  return doctor.call(prescriptions.registerPrescription, { id, version: 1 })
}

/** What she does on her phone. */
async function approve(): Promise<void> {
  const told = await (await fetch(`${product.sandbox.url}/_sandbox/signature-requests`)).json() as { requests: { id: string; state: string }[] }
  const waiting = told.requests.find(({ state }) => state === 'pending')
  await product.sandbox.control('POST', `signature-requests/${waiting?.id ?? ''}/approve`)
}

/** The file once the centre's seal is on the version, which comes by itself soon after the registration. */
async function sealedEvidence({ id }: Prescription): Promise<Uint8Array> {
  const layers = async () => (await doctor.call(signing.listSignatures, { id })).layers
  await vi.waitUntil(async () => (await layers()).some(({ layer, at }) => layer === 'seal' && at !== null), { timeout: 60_000, interval: 250 })
  const { text, isSealed } = await doctor.call(exportEvidence, { id, version: 1 })
  expect(isSealed).toBe(true)
  return bytesOf(text)
}

function fileOf(bytes: Uint8Array): EvidenceFile {
  const read = readEvidence(bytes)
  if ('fault' in read) throw new Error(read.fault)
  return read.file
}

/** A file that somebody changed who knows the format: the digest is right again; the centre's seal he does not have. */
function forged(bytes: Uint8Array, change: (file: EvidenceFile) => void, seal: 'kept' | 'dropped' = 'dropped'): Uint8Array {
  const file = structuredClone(fileOf(bytes))
  change(file)
  return bytesOf(writeEvidence({ ...file, digest: digestOfContent(file.content), seal: seal === 'kept' ? file.seal : null }))
}

const broken = ({ findings }: EvidenceReport) => findings.filter(({ state }) => state === 'broken').map(({ check }) => check)
const unknown = ({ findings }: EvidenceReport) => findings.filter(({ state }) => state === 'unknown').map(({ check }) => check)
const first = (file: EvidenceFile) => {
  const [version] = file.content.versions
  if (!version) throw new Error('A file has a version')
  return version
}

describe('the file of a prescription that was signed by phone', () => {
  test('holds in every part, by the file and the root alone', async () => {
    const report = await verify(certified)
    expect(report).toMatchObject({ verdict: 'holds', document: { version: 1, patient: { lastName: 'احمدی‌فر' } } })
    expect(report.findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['form', 'digest', 'file-seal', 'file-seal-certificate', 'versions', 'document', 'signature', 'certificate', 'seal', 'seal-certificate', 'events', 'events-agree']),
    )
  })

  test('without a root nothing that rests on certificates is taken for good', async () => {
    const report = await verifyEvidence(certified, [])
    expect(report.verdict).toBe('unknown')
    expect(unknown(report)).toEqual(['file-seal', 'signature', 'seal'])
  })

  test('the look at it stands in it', () => {
    expect(fileOf(certified).content.events.map(({ action }) => action)).toContain('prescription.evidence-exported')
  })

  test('of 10,000 copies with one byte changed, none holds', async () => {
    const passed: string[] = []
    for (let count = 0; count < 10_000; count += 1) {
      const place = Math.floor((count / 10_000) * certified.length)
      const [random = 0] = randomBytes(1)
      const copy = Uint8Array.from(certified)
      const before = copy[place] ?? 0
      copy[place] = random === before ? before ^ 1 : random
      if ((await verify(copy)).verdict === 'holds') passed.push(`${String(place)}: ${String(before)} → ${String(copy[place])}`)
    }
    expect(passed).toEqual([])
  }, 600_000)

  const forgeries: [string, (file: EvidenceFile) => void, string][] = [
    ['another quantity in the signed text', (file) => (first(file).canonical = first(file).canonical.replace('"quantity":20', '"quantity":90')), 'signature'],
    ['another patient', (file) => (first(file).canonical = first(file).canonical.replace('احمدی‌فر', 'کریمی')), 'signature'],
    ['another prescriber', (file) => (first(file).canonical = first(file).canonical.replace('145263', '152908')), 'signature'],
    ['text that is not canonical', (file) => (first(file).canonical = first(file).canonical.replace(':', ': ')), 'document'],
    ['another centre', (file) => (file.content.centre = 'SIAM-1100386'), 'versions'],
    ['a version of another prescription', (file) => (file.content.prescription = randomUUID()), 'versions'],
    ['a version left out', (file) => (first(file).version = 2), 'versions'],
    ['the signature of another time', (file) => (first(file).signature = { ...first(file).signature, jws: file.seal } as never), 'signature'],
    ['an answer of the authority that is cut short', (file) => void (proofOf(file).der = proofOf(file).der.slice(0, 400)), 'certificate'],
    ['an answer of the authority of another day', (file) => void (certificateOf(file).confirmedAt = '2020-01-01T00:00:00.000Z'), 'certificate'],
    ['an event that was changed', (file) => void (eventOf(file).action = 'prescription.discarded'), 'events'],
    ['an event of another person', (file) => void (eventOf(file).person = null), 'events'],
    ['an event that was left out where its version is signed', (file) => void (file.content.events = file.content.events.filter(({ action }) => action !== 'prescription.signed')), 'events-agree'],
    ['the seal of another version', (file) => void (first(file).seal = certificateOf(file)), 'seal'],
  ]
  const certificateOf = (file: EvidenceFile) => {
    const { signature } = first(file)
    if (signature.kind !== 'certificate') throw new Error(signature.kind)
    return signature
  }
  const proofOf = (file: EvidenceFile) => {
    const proof = certificateOf(file).proofs.find(({ of }) => of === 'holder')
    if (!proof) throw new Error('A certificate signature has a proof')
    return proof
  }
  const eventOf = (file: EvidenceFile) => {
    const event = file.content.events.find(({ person }) => person !== null)
    if (!event) throw new Error('A file has events')
    return event
  }

  test.each(forgeries)('%s is found, though the digest was made anew', async (_what, change, check) => {
    expect(broken(await verify(forged(certified, change)))).toContain(check)
  })

  test('a digest made anew under the old seal is found by the seal', async () => {
    const report = await verify(forged(certified, (file) => (file.content.trackingCode = '1'), 'kept'))
    expect(broken(report)).toContain('file-seal')
  })

  test('a missing answer of the authority is unknown, never good', async () => {
    const report = await verify(forged(certified, (file) => void (certificateOf(file).proofs = [])))
    expect(unknown(report)).toContain('certificate')
    expect(report.verdict).not.toBe('holds')
  })
})

describe('the file of a prescription that was signed by passkey', () => {
  test('proves the intent, and says that the passkey’s owner is our own word', async () => {
    const report = await verify(intended)
    expect(broken(report)).toEqual([])
    expect(unknown(report)).toEqual(['owner'])
  })

  test.each<[string, (file: EvidenceFile) => void]>([
    ['another nonce', (file) => change(file, { nonce: randomBytes(32).toString('base64url') })],
    ['another key', (file) => change(file, { publicKey: Buffer.from('key').toString('base64url') })],
    ['another origin', (file) => change(file, { origin: 'https://evil.example' })],
    ['another text', (file) => (first(file).canonical = first(file).canonical.replace('"quantity":20', '"quantity":90'))],
  ])('with %s the signature is broken', async (_what, tamper) => {
    expect(broken(await verify(forged(intended, tamper)))).toContain('signature')
  })
  const change = (file: EvidenceFile, it: object) => void (first(file).signature = { ...first(file).signature, ...it } as never)
})

describe('the command', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'noskhe-evidence-'))
    writeFileSync(join(folder, 'file.json'), certified)
    writeFileSync(join(folder, 'broken.json'), forged(certified, (file) => (file.content.centre = 'SIAM-1')))
    writeFileSync(join(folder, 'root.pem'), rootPem)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = async (...args: string[]) => {
    const lines: string[] = []
    return { code: await main(args.map((it) => (it.includes('.') ? join(folder, it) : it)), (line) => lines.push(line)), said: lines.join('\n') }
  }

  test('says that all holds, and ends with 0', async () => {
    const { code, said } = await run('file.json', '--root', 'root.pem')
    expect(code).toBe(0)
    expect(said).toContain('همهٔ آنچه در پرونده آمده است درست است')
  })
  test.each([
    ['what is broken', 1, ['broken.json', '--root', 'root.pem']],
    ['that without a root something is unknown', 2, ['file.json']],
    ['that there is no such file', 3, ['none.json']],
    ['that the root is no certificate', 3, ['file.json', '--root', 'file.json']],
    ['how it is used', 3, []],
  ])('says %s by its exit code %i', async (_what, code, args) => expect((await run(...args)).code).toBe(code))
})

test('a version that was never signed has no file', async () => {
  const { id } = await draft()
  await expect(doctor.call(exportEvidence, { id, version: 1 })).rejects.toMatchObject({ code: 'evidence.version-unknown' })
})

test('where the authority is silent the file is not sealed, and says so', async () => {
  const { prescription } = fileOf(certified).content
  await product.sandbox.control('PUT', 'faults/ocsp', { kind: 'refuse' })
  await product.sandbox.control('PUT', 'faults/crl', { kind: 'refuse' })
  const { text, isSealed } = await doctor.call(exportEvidence, { id: prescription, version: 1 })
  await product.sandbox.calm()
  expect(isSealed).toBe(false)
  expect(unknown(await verify(bytesOf(text)))).toEqual(['file-seal'])
})
