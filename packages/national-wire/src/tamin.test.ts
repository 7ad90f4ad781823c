import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DeserveReply, MutationReply, NoteDetail, SendEprescRequest, UpdateRequest, dayOfTaminDate, taminDate } from './tamin.ts'
import { CheckRulesReply } from './tamin/care.ts'
import { carries, isTooth, prescriptionType, serviceType } from './tamin/codes.ts'
import { FormularyRow, ServiceTypeReply } from './tamin/lists.ts'
import { KeptReferral } from './tamin/referral.ts'

/** Samples of `examples/tamin`, named by their message and case. */
const messages = {
  'send-eprsc-request': SendEprescRequest, 'update-request': UpdateRequest, 'mutation-reply': MutationReply, 'deserve-reply': DeserveReply,
  'formulary-row': FormularyRow, 'kept-referral': KeptReferral, 'check-rules-reply': CheckRulesReply, 'service-type-reply': ServiceTypeReply,
}
const folder = join(import.meta.dirname, '../examples/tamin')
const sample = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))

test.each(readdirSync(folder))('%s is read whole', (file) => {
  const schema = Object.entries(messages).find(([name]) => file.startsWith(`${name}.`))?.[1]
  // Parsing drops what a schema does not name, so equality shows that the schema tells the whole message.
  expect(schema?.parse(sample(file))).toEqual(sample(file))
})

describe('a line', () => {
  const [line] = UpdateRequest.parse(sample('update-request.repeated.json'))
  test.each([
    ['repeated more than three times', { repeat: 4 }],
    ['of half a unit', { srvQty: 0.5 }],
    ['with a date of slashes', { dateDo: '1405/09/10' }],
    ['with a number for an id', { timesAday: { drugAmntId: 1 } }],
  ])('%s is not of the format', (_, change) => expect(NoteDetail.safeParse({ ...line, ...change }).success).toBe(false))
})

test('a day is eight Jalali digits at Tehran’s clock, and back', () => {
  expect(taminDate(new Date('2026-11-25T20:29:00Z'))).toBe('14050904')
  expect(taminDate(new Date('2026-11-25T20:31:00Z'))).toBe('14050905')
  expect(dayOfTaminDate('14050904')).toBe('1405-09-04')
})

test('every type of prescription has a sample', () => {
  const sampled = readdirSync(folder).filter((it) => it.startsWith('send-eprsc-request.')).map((it) => SendEprescRequest.parse(sample(it)).prescType.prescTypeId)
  expect(sampled.sort()).toEqual(Object.values(prescriptionType).sort())
})

test('a service type is a line of one kind of prescription only, services for oneself and for another apart; a visit is no line', () => {
  const kinds = (srvType: string) => Object.entries(prescriptionType).filter(([, type]) => carries(type, srvType)).map(([name]) => name)
  const { drug, visit, medical, nursing, ...paraclinical } = serviceType
  expect(kinds(drug)).toEqual(['drug'])
  expect(kinds(visit)).toEqual([])
  for (const it of [medical, nursing]) expect(kinds(it)).toEqual(['services', 'referredServices'])
  for (const it of Object.values(paraclinical)) expect(kinds(it)).toEqual(['paraclinical'])
})

test('a tooth is one of the 52 of FDI', () => {
  const teeth = Array.from({ length: 1000 }, (_, number) => String(number)).filter(isTooth)
  expect(teeth).toHaveLength(52)
  expect(teeth).toEqual(expect.arrayContaining(['11', '48', '51', '85']))
  expect(teeth).not.toEqual(expect.arrayContaining(['19']))
})
