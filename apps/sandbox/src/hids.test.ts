import { expect, test } from 'vitest'
import { hidRefusal } from '@noskhe/national-wire/eligibility'
import { openDatabase } from './database.ts'
import { hidsOf, hidsSchema } from './hids.ts'
import { indexPrescription, prescriptionIndexSchema } from './prescription-index.ts'

const at = new Date('2026-11-25T08:00:00Z')
const nextDay = new Date('2026-11-26T08:00:00Z')
const person = { kind: 'national-code' as const, value: '1384950613' }
const siamId = 'SIAM-1100271'

function given() {
  const db = openDatabase(':memory:')
  db.exec(hidsSchema)
  db.exec(prescriptionIndexSchema)
  const hids = hidsOf({ db, now: () => at, baseUrl: () => '' })
  const { ID } = hids.issue({ person, newborn: null, siamId, councilNumber: '145263', insurer: '2' })
  return { db, hids, hid: ID }
}

test('a HID in whose visit an insurer registered a prescription is not eliminated', () => {
  const { db, hids, hid } = given()
  indexPrescription(db, { insurer: 'salamat', trackingCode: '00903', person, registeredAt: at })
  expect(hids.eliminate(hid, siamId, 'مراجعه به نسخه نینجامید')).toMatchObject({ isSuccess: false, statusCode: hidRefusal.conflict })
})

test.each([
  ['a private prescription', { insurer: 'private' as const, registeredAt: at }],
  ['a prescription of another day', { insurer: 'salamat' as const, registeredAt: nextDay }],
  ['a prescription of another centre', { insurer: 'salamat' as const, registeredAt: at, siamId: 'SIAM-1100386' }],
])('%s does not hold it', (_which, written) => {
  const { db, hids, hid } = given()
  indexPrescription(db, { trackingCode: '00903', person, ...written })
  expect(hids.eliminate(hid, siamId, 'مراجعه به نسخه نینجامید')).toMatchObject({ isSuccess: true })
})
