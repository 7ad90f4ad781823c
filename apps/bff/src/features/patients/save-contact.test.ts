import { randomUUID } from 'node:crypto'
import { NationalCode } from '@noskhe/shared/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import { Practice, patientCode } from '../../testing/practice.ts'
import { findEncounter } from './find-encounter.ts'
import { openEncounter } from './open-encounter.ts'
import { saveContact } from './save-contact.ts'

const phone = '09124417733'

let practice: Practice
beforeAll(async () => void (practice = await Practice.open()))
afterAll(() => practice.close())

const atNewCentre = async () => (await practice.doctor({ centreId: `SIAM-${randomUUID()}` })).context
const visit = (by: Context, newbornBirthDate: string | null = null, value = patientCode) =>
  openEncounter(by, { identity: { kind: 'national-code', value }, newbornBirthDate })

test('is kept with the visit, changed and forgotten, with a trace that does not name it', async () => {
  const context = await atNewCentre()
  const { id, contactPhone } = await visit(context)
  expect(contactPhone).toBeNull()
  await saveContact(context, { id, phone })
  expect(await findEncounter(context, { id })).toMatchObject({ contactPhone: phone })
  await saveContact(context, { id, phone: null })
  expect(await findEncounter(context, { id })).toMatchObject({ contactPhone: null })
  const events = await practice.db.auditEvent.findMany({ where: { subject: id, action: 'patient.contact-changed' }, orderBy: { seq: 'asc' } })
  expect(events.map(({ detail }) => detail)).toEqual([{ isKnown: true }, { isKnown: false }])
})

test('is offered at the same patient’s next visit to this centre, and to no other’s', async () => {
  const context = await atNewCentre()
  await saveContact(context, { id: (await visit(context)).id, phone })
  practice.pass(60)
  expect((await visit(context)).contactPhone).toBe(phone)
  expect((await visit(context, '2026-11-20')).contactPhone).toBeNull()
  expect((await visit(context, null, NationalCode.parse('0451627385'))).contactPhone).toBeNull()
  expect((await visit(await atNewCentre())).contactPhone).toBeNull()
})

test('of another doctor’s visit is not hers to change', async () => {
  const context = await atNewCentre()
  const { id } = await visit(context)
  const colleague = await practice.doctor({ centreId: context.actor.at.centreId })
  await expect(saveContact(colleague.context, { id, phone })).rejects.toMatchObject({ code: 'encounter.not-found' })
})
