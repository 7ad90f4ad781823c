import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Envelope, bodyOf, isSuccess, operations } from './ihio.ts'
import type { OperationName } from './ihio.ts'

const folder = join(import.meta.dirname, '../examples/ihio')
const names = Object.keys(operations) as OperationName[]
const Sample = z.object({ request: z.unknown(), answer: Envelope })
const sampleOf = (name: OperationName) => Sample.parse(JSON.parse(readFileSync(join(folder, `${name.replaceAll('/', '.')}.json`), 'utf8')))

test('every operation has a sample, and every sample its operation', () => {
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name.replaceAll('/', '.')}.json`).sort())
})

describe.each(names)('%s', (name) => {
  const { request, answer } = sampleOf(name)

  test('its sample request is written as it stands', () => {
    expect(operations[name].request.parse(request)).toEqual(request)
  })

  test('its sample answer is read', () => {
    expect(isSuccess(answer.resCode)).toBe(true)
    expect(operations[name].info.safeParse(bodyOf(answer)).error).toBeUndefined()
  })
})

describe('strict in what is written', () => {
  const order = sampleOf('subscription/check/order').request as { subInfoWrapper: { service: object } }
  const write = (change: object) =>
    operations['subscription/check/order'].request.safeParse({
      ...order,
      subInfoWrapper: { service: { ...order.subInfoWrapper.service, ...change } },
    })

  test.each([
    ['no units', { count: 0 }],
    ['half a unit', { count: 0.5 }],
    ['more units than an int32', { count: 2 ** 31 }],
    ['a type of no published value', { type: 'DRUG' }],
    ['a code with letters', { nationalNumber: 'A1234' }],
    ['a Gregorian start', { activeFrom: 20_261_125 }],
  ])('%s is not sent', (_, change) => expect(write(change).success).toBe(false))

  test('a key that was not published is left out', () => {
    expect(write({ patientName: 'x' }).data?.subInfoWrapper.service).not.toHaveProperty('patientName')
  })

  test.each(['1405-09-04', '20261125', '140509'])('%s is no date of a search', (fromDate) => {
    expect(operations['samad/ordered/search'].request.safeParse({ cpartySessionId: 's', fromDate, toDate: '14050905' }).success).toBe(false)
  })
})

describe('tolerant in what is read', () => {
  test('what the contract leaves optional may be missing or null, and more may come', () => {
    const read = operations['subscription/check/order'].info.parse({ isAllowed: true, hasContract: true, message: null, checkCode: 'CHK1', news: 1 })
    expect(read).toEqual({ isAllowed: true, hasContract: true, message: null, checkCode: 'CHK1' })
  })

  test('a code that comes as a number is text', () => {
    expect(operations['prescription/save'].info.parse({ trackingCode: 58210 }).trackingCode).toBe('58210')
  })

  test('but a verdict without its flag is none', () => {
    expect(operations['subscription/check/order'].info.safeParse({ hasContract: true }).success).toBe(false)
  })

  test('a success is 0 or 1, and the token’s positive refusals are none', () => {
    expect([0, 1, 1940, -7270, 2].map(isSuccess)).toEqual([true, true, false, false, false])
  })
})
