import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DepositResultVo } from '@noskhe/national-wire/sepas-record'
import { startSandbox } from '@noskhe/sandbox/start'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Gateway, openGateway } from '../gateway/gateway.ts'
import { healthCaThrough } from '../health-ca/adapter.ts'
import type { SealMessage } from '../port.ts'
import { centreSeal } from '../testing/centre-seal.ts'
import { accountAt } from '../testing/sandbox.ts'
import { sepasThrough } from './adapter.ts'
import { billMessage } from './messages.ts'
import type { BillDeposit } from './port.ts'

const folder = await mkdtemp(join(tmpdir(), 'noskhe-sealed-'))
const clock = { at: new Date('2026-11-25T08:00:00Z') }
const now = () => clock.at
const siamId = 'SIAM-1100271'
let sandbox: Awaited<ReturnType<typeof startSandbox>>
let db: DatabaseSync
let gateway: Gateway
let drug: string
beforeAll(async () => {
  const dataFile = join(folder, 'sandbox.db')
  sandbox = await startSandbox({ port: 0, dataFile, now })
  db = new DatabaseSync(dataFile)
  gateway = openGateway({ ...accountAt(sandbox.url), now })
  drug = String(db.prepare(`SELECT code FROM catalogue_code WHERE list = 'drug' AND until IS NULL LIMIT 1`).get()?.['code'])
})
afterAll(async () => {
  db.close()
  await sandbox.close()
  await rm(folder, { recursive: true })
})

const sealOf = (centre: string) =>
  centreSeal(healthCaThrough(gateway, { roots: null, ocspUrl: '', crlUrl: '', rootCrlUrl: '' }), centre, now)

const bill = (): BillDeposit => ({
  messageUid: randomUUID(), siamId, councilNumber: '145263', patient: { identity: { kind: 'national-code', value: '1384950613' }, newbornBirthDate: null },
  insurer: 'salamat', hid: null, trackingCode: '10000', issuedAt: clock.at.toISOString(),
  services: [{ id: randomUUID(), code: { system: 'generic', value: drug }, name: 'آزمون', count: 1, cost: { total: 10, insurerShare: 7, patientShare: 3 } }],
})
const deposited = (seal: SealMessage) => sepasThrough(gateway).depositBill(bill(), seal)

test('a deposit that its centre has sealed is kept', async () => {
  expect(await deposited(await sealOf(siamId))).toMatchObject({ outcome: 'kept' })
})

test('one without a seal is not kept, and said to want one', async () => {
  const reply = await gateway.post('sepas/SavePatientBill', { service: 'sepas', reply: DepositResultVo, body: billMessage(bill()) })
  expect(reply).toMatchObject({ ErrorCode: 'seal-missing', CompositionUID: null })
})

test.each<[string, (seal: SealMessage) => SealMessage]>([
  ['over another message', (seal) => ({ name }) => seal({ name, digest: 'A'.repeat(43) })],
  ['given for another call', (seal) => ({ digest }) => seal({ name: 'urn:noskhe:message:sepas/SaveDispensedPrescription', digest })],
  ['whose signature is another’s', (seal) => async (message) => ({ ...(await seal(message)), signature: (await seal(message)).signature.replace(/^./, (it) => (it === 'A' ? 'B' : 'A')) })],
])('a seal %s is not taken', async (_what, change) => {
  expect(await deposited(change(await sealOf(siamId)))).toMatchObject({ outcome: 'seal-refused' })
})

test('a seal of another centre is not taken for the sender’s', async () => {
  expect(await deposited(await sealOf('SIAM-2200143'))).toMatchObject({ outcome: 'seal-refused', message: 'گواهی مهر از آنِ مرکز فرستنده نیست' })
})

test('a seal given long before is not taken', async () => {
  const seal = await sealOf(siamId)
  const late: SealMessage = async (message) => {
    const given = await seal(message)
    clock.at = new Date(clock.at.getTime() + 11 * 60_000)
    return given
  }
  expect(await deposited(late)).toMatchObject({ outcome: 'seal-refused', message: 'زمان مهر با زمان دریافت نمی‌خواند' })
})

test('after the certificate was revoked its seal is not taken, and that of a new certificate is', async () => {
  const seal = await sealOf(siamId)
  db.prepare(`UPDATE health_ca_certificates SET revoked_at = ?, reason = 'keyCompromise' WHERE holder = ?`).run(clock.at.toISOString(), `centre:${siamId}`)
  expect(await deposited(seal)).toMatchObject({ outcome: 'seal-refused', message: 'گواهی مهر باطل شده یا گذشته است' })
  expect(await deposited(await sealOf(siamId))).toMatchObject({ outcome: 'kept' })
})
