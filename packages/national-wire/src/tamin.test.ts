import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DeserveReply, FormularyRow, MutationReply, NoteDetail, SendEprescRequest, UpdateRequest, dayOfTaminDate, taminDate } from './tamin.ts'

/** Samples of `examples/tamin`, named by their message and case. */
const messages = {
  'send-eprsc-request': SendEprescRequest, 'update-request': UpdateRequest, 'mutation-reply': MutationReply, 'deserve-reply': DeserveReply,
  'formulary-row': FormularyRow,
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
