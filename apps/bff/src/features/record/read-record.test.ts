import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import { NationalUnavailable } from '../../national/port.ts'
import type { RecordEntry } from '../../national/sepas/port.ts'
import { type Doctor, Practice, patientCode } from '../../testing/practice.ts'
import { readRecord } from './read-record.ts'
import { MemorySepas } from './testing/memory-sepas.ts'

let practice: Practice
let sepas: MemorySepas
let doctor: Doctor
beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  sepas = new MemorySepas()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

const withSepas = ({ context }: Doctor): Context => ({ ...context, national: { ...practice.national, sepas: sepas.port } })
const read = (encounterId: string, who: Doctor = doctor, purpose: 'TREAT' | 'PATSFTY' = 'TREAT') => readRecord(withSepas(who), { encounterId, purpose })
const looksAt = (encounterId: string) => practice.db.auditEvent.findMany({ where: { subject: encounterId, action: 'record.looked-up' } })

const entry: RecordEntry = {
  id: 'composition', kind: 'dispensing', at: '2026-05-01T08:00:00.000Z', insurer: 'tamin', insurerTitle: 'تأمین اجتماعی', trackingCode: '1234567',
  centreName: 'داروخانهٔ امید', providerName: 'سارا نادری', specialty: '', diagnosis: null, referral: null, isCancelled: false,
  items: [{ code: '01211', name: 'لوزارتان', quantity: 30, directions: '' }],
}

test('her physician reads what others wrote and gave, and says why she looks', async () => {
  sepas.history = { outcome: 'found', entries: [entry] }
  const visit = await practice.encounter(doctor)
  expect(await read(visit.id, doctor, 'PATSFTY')).toEqual({ state: 'answered', reason: null, askedAt: practice.now.toISOString(), entries: [entry] })
  expect(sepas.asked).toEqual([
    {
      patient: { identity: { kind: 'national-code', value: patientCode }, newbornBirthDate: null }, purpose: 'PATSFTY',
      councilNumber: doctor.context.actor.councilNumber, siamId: doctor.context.actor.at.centreId,
    },
  ])
  expect(await looksAt(visit.id)).toMatchObject([{ personId: doctor.context.actor.personId, detail: { purpose: 'PATSFTY' } }])
})

test('the look is written down before the record is asked', async () => {
  const visit = await practice.encounter(doctor)
  let written = 0
  sepas.whileAsked = async () => void (written = (await looksAt(visit.id)).length)
  await read(visit.id)
  expect(written).toBe(1)
})

test('where the look cannot be written down, the record is not asked', async () => {
  const visit = await practice.encounter(doctor)
  await practice.db.$executeRaw`ALTER TABLE audit_events ADD CONSTRAINT no_looks CHECK (action <> 'record.looked-up') NOT VALID`
  await expect(read(visit.id)).rejects.toThrow()
  await practice.db.$executeRaw`ALTER TABLE audit_events DROP CONSTRAINT no_looks`
  expect(sepas.asked).toEqual([])
})

test.each<[string, () => Promise<Doctor>]>([
  ['a colleague at the same centre', () => practice.doctor()],
  ['a physician of another centre', () => practice.doctor({ centreId: 'SIAM-1100386' })],
])('%s is told of no such visit, and nothing is asked', async (_who, another) => {
  const visit = await practice.encounter(doctor)
  await expect(read(visit.id, await another())).rejects.toMatchObject({ code: 'encounter.not-found' })
  expect(sepas.asked).toEqual([])
  expect(await looksAt(visit.id)).toEqual([])
})

test('who saw her yesterday is not treating her today', async () => {
  const visit = await practice.encounter(doctor)
  practice.pass(24 * 3_600 - 1)
  await read(visit.id)
  practice.pass(1)
  await expect(read(visit.id)).rejects.toMatchObject({ code: 'record.not-treating' })
  expect(sepas.asked).toHaveLength(1)
  expect(await looksAt(visit.id)).toHaveLength(1)
})

test.each(['deceased', 'blocked'] as const)('nobody treats somebody %s', async (person) => {
  if (practice.eligibility instanceof Error) throw practice.eligibility
  practice.eligibility = { ...practice.eligibility, person, used: null, hid: null }
  const visit = await practice.encounter(doctor)
  await expect(read(visit.id)).rejects.toMatchObject({ code: 'record.not-treating' })
  expect(sepas.asked).toEqual([])
})

test('of a newborn nothing of the mother’s is asked', async () => {
  const visit = await practice.encounter(doctor)
  await practice.db.encounter.updateMany({ where: { id: visit.id }, data: { newbornBirthDate: '2026-11-20' } })
  await read(visit.id)
  expect(sepas.asked[0]?.patient.newbornBirthDate).toBe('2026-11-20')
})

test('a silent record is not an empty one, and the look counts all the same', async () => {
  sepas.history = new NationalUnavailable('sepas', { sent: 'no' })
  const visit = await practice.encounter(doctor)
  expect(await read(visit.id)).toMatchObject({ state: 'unanswered', entries: [] })
  expect(await looksAt(visit.id)).toHaveLength(1)
})

test('a record that will not tell says why', async () => {
  sepas.history = { outcome: 'refused', message: 'خواننده را نظام پزشکی نمی‌شناسد' }
  const visit = await practice.encounter(doctor)
  expect(await read(visit.id)).toMatchObject({ state: 'refused', reason: 'خواننده را نظام پزشکی نمی‌شناسد', entries: [] })
})
