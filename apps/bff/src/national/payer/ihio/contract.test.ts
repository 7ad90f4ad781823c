import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSuccess, operations } from '@noskhe/national-wire/ihio'
import type { OperationName } from '@noskhe/national-wire/ihio'
import { refusalReasons } from '../port.ts'
import { readAnswer, readEnvelope } from './answer.ts'
import { givenAnswers, partySession } from './testing/answers.ts'
import { codeOf, noContract, notCalled, samples, unless } from './testing/contract.ts'
import { deliveryItem, doctor, insured, orderItem, pharmacy } from './testing/insurer.ts'
import type { IhioPayer } from './testing/insurer.ts'
import { jpeg } from './testing/pictures.ts'

const isHere = noContract === null
const isOperation = (name: string): name is OperationName => name in operations

describe.skipIf(!isHere)(`the 264 published sample answers${unless(noContract)}`, () => {
  test('all of them are read', () => expect(samples).toHaveLength(264))

  test.each(samples.filter((it) => isSuccess(codeOf(it))))('$operation $name is an answer', ({ operation, value }) => {
    expect(readEnvelope(operation, value).outcome).toBe('answered')
    if (isOperation(operation)) expect(readAnswer(operation, value).outcome).toBe('answered')
  })

  test.each(samples.filter((it) => !isSuccess(codeOf(it))))('$operation $name has a reason and a way out in Persian', ({ operation, value }) => {
    const answer = readEnvelope(operation, value)
    if (answer.outcome !== 'refused') throw new Error('Read as an answer')
    expect(refusalReasons).toContain(answer.reason)
    expect(answer.reason).not.toBe('unlisted')
    expect(answer.message).not.toBe('')
    // What happened, and then what to do.
    expect(answer.advice).toMatch(/^[\u0600-\u06ff«].{25,}\.$/u)
    expect(answer.advice.split(/[.؛] /u).length).toBeGreaterThan(1)
  })
})

const who = { party: doctor, patient: insured }
const counter = { party: pharmacy, patient: insured }
const paper = { writtenOn: '1398-01-01', grade: 'doctor' } as const
const code = { system: 'generic', value: '90001' } as const
const paperItem = {
  ordered: { code, count: 1 }, delivered: { code, count: 1 }, consumption: '', instruction: '', note: '', periods: 1, compound: null,
}

type Ask = (payer: IhioPayer) => Promise<{ outcome: string }>

/** What in the port each operation answers to. */
const asked: Partial<Record<OperationName, Ask[]>> = {
  'auth/token/fetch': [(payer) => payer.coverage(who)],
  'auth/session/cparty/open': [(payer) => payer.coverage(who)],
  'auth/session/cparty/otp/check': [(payer) => payer.coverage({ ...who, party: { ...doctor, username: 'two', otp: '12345' } })],
  'auth/session/citizen/open': [(payer) => payer.coverage(who), (payer) => payer.referral.openVisit({ ...who, trackingCode: '1' })],
  'samad/electronic/generate': [(payer) => payer.openVisit(who)],
  'samad/electronic/generate/reference': [(payer) => payer.referral.openVisit({ ...who, trackingCode: '1' })],
  'samad/paper/generate': [(payer) => payer.paper.open({ ...counter, ...paper, writer: { writerRef: '1', councilNumber: '1' }, image: jpeg })],
  'samad/ordered/search': [(payer) => payer.findRegistration({ ...who, visitRef: '1234567890123456', writtenOn: new Date('2019-09-26') })],
  'samad/delivered/search': [(payer) => payer.deliveries({ party: pharmacy, from: new Date('2019-09-26'), to: new Date('2019-09-26') })],
  'service/search/quick': [(payer) => payer.catalogue.searchServices({ ...who, text: 'x', kind: 'lab', limit: 5 })],
  'service/cofamily/fetch/servicenn': [(payer) => payer.catalogue.familyOf({ ...who, code: { system: 'rvu', value: '800400' } })],
  'product/fetch': [
    (payer) => payer.catalogue.genericOf({ ...who, irc: '1'.repeat(16) }),
    (payer) => payer.catalogue.familyOf({ ...who, code: { system: 'irc', value: '1'.repeat(16) } }),
  ],
  'product/search/irc/generic': [(payer) => payer.catalogue.productsOf({ ...who, genericCode: '90001', limit: 5 })],
  'product/search/quick/irc': [(payer) => payer.catalogue.searchDrugs({ ...who, text: 'x', by: 'irc', limit: 5 })],
  'product/search/quick/generic': [(payer) => payer.catalogue.searchDrugs({ ...who, text: 'x', by: 'generic', limit: 5 })],
  'product/search/quick/combination': [(payer) => payer.catalogue.searchDrugs({ ...who, text: 'x', by: 'combination', limit: 5 })],
  'product/irc/cofamily/fetch/generic': [
    (payer) => payer.catalogue.familyOf({ ...who, code }),
    (payer) => payer.checkOrder({ ...who, visitRef: 'S', item: orderItem('90001', 1), alongside: [] }),
  ],
  'subscription/check/order': [(payer) => payer.checkOrder({ ...who, visitRef: 'S', item: orderItem('90001', 1), alongside: [] })],
  'subscription/check/deliver': [(payer) => payer.checkDelivery({ ...counter, trackingCode: '1', item: deliveryItem(null, '90001', 1), alongside: [] })],
  'subscription/check/deliver/price': [
    (payer) => payer.checkDelivery({ ...counter, trackingCode: '1', item: { ...deliveryItem(null, '90001', 1), unitPrice: 12 }, alongside: [] }),
  ],
  'subscription/check/paper': [(payer) => payer.paper.check({ ...counter, visitRef: 'S', item: { ...paperItem, unitPrice: null }, alongside: [] })],
  'subscription/check/paper/price': [(payer) => payer.paper.check({ ...counter, visitRef: 'S', item: { ...paperItem, unitPrice: 12 }, alongside: [] })],
  'subscription/inquery/uid': [(payer) => payer.inquirePack({ ...counter, checkRef: '1', uid: '9'.repeat(20), count: 1 })],
  'subscription/reactive/uid': [(payer) => payer.releasePack({ ...counter, checkRef: '1', uid: '9'.repeat(20), count: 1 })],
  'prescription/save': [
    (payer) => payer.register({ ...who, visitRef: 'S', checkRefs: ['1'] }),
    (payer) => payer.referral.answer({ ...who, visitRef: 'S', checkRefs: [], feedback: 'x' }),
  ],
  'prescription/update': [(payer) => payer.amend({ ...who, visitRef: 'S', add: [], remove: ['1'] })],
  'prescription/deliver': [(payer) => payer.deliver({ ...counter, trackingCode: '1', lines: [{ checkRef: '1', packs: [] }] })],
  'prescription/deliver/confirm': [(payer) => payer.confirmDelivery({ ...counter, deliveryRef: '1' })],
  'prescription/delivered/delete': [(payer) => payer.deleteDelivery({ ...counter, deliveryRef: '1' })],
  'prescription/delivered/fetch': [(payer) => payer.findDelivery({ ...counter, deliveryRef: '1' })],
  'prescription/fetch/samad': [
    (payer) => payer.progress({ ...who, visitRef: 'S' }),
    (payer) => payer.orderByVisit({ ...who, visitRef: 'S' }),
    (payer) => payer.referral.answers({ ...who, visitRef: 'S' }),
  ],
  'prescription/fetch/printcode': [(payer) => payer.order({ ...counter, trackingCode: '1' })],
  'prescription/fetch/reference/printcode': [(payer) => payer.referral.origins({ ...who, trackingCode: '1' })],
  'prescription/paper/order': [(payer) => payer.paper.register({ ...counter, visitRef: 'S', checkRefs: ['1'] })],
  'prescription/paper/deliver': [(payer) => payer.paper.deliver({ ...counter, visitRef: 'S', lines: [{ checkRef: '1', packs: [] }] })],
  'prescription/paper/deliver/confirm': [(payer) => payer.paper.confirm({ ...counter, deliveryRef: '1' })],
  'deliver/queue/fetch': [(payer) => payer.openOrders(counter), (payer) => payer.queue.waiting(counter)],
  'deliver/queue/prescription/send': [(payer) => payer.queue.send({ ...counter, trackingCode: '1' })],
  'partner/search': [(payer) => payer.paper.writers({ ...counter, ...paper, councilNumber: '1' })],
  'partner/fetch/partnerid': [
    (payer) => payer.openVisit({ ...who, party: { ...doctor, siteId: 'SIAM-1' } }),
    (payer) => payer.bills({ party: doctor, year: 1399, month: 12 }),
  ],
  'bill/check/send': [(payer) => payer.billStatus(counter)],
  'bill/info/fetch': [(payer) => payer.bills({ party: doctor, year: 1399, month: 12 })],
  'print/order': [(payer) => payer.printable.order({ ...who, visitRef: 'S', kind: 'drug' })],
  'print/deliver': [(payer) => payer.printable.delivery({ ...counter, deliveryRef: '1' })],
  'print/bill': [(payer) => payer.printable.bill({ ...counter, billRef: '1' })],
}

const outcomes = [
  'refused', 'covered', 'not-covered', 'over-ceiling', 'needs-document', 'opened', 'registered', 'not-registered', 'found', 'accepted',
  'released', 'delivered-unconfirmed', 'confirmed', 'delivered', 'deleted', 'not-found', 'printed', 'queued',
]

test('every operation but three is behind the port', () => {
  expect(Object.keys(operations).filter((it) => !(it in asked))).toEqual([...notCalled])
})

describe.skipIf(!isHere)(`the sample answers at the port${unless(noContract)}`, () => {
  let insurer: Awaited<ReturnType<typeof givenAnswers>>
  beforeAll(async () => {
    insurer = await givenAnswers()
  })
  afterAll(() => insurer.close())

  const questions = samples.flatMap((sample) => (isOperation(sample.operation) ? (asked[sample.operation] ?? []) : []).map((ask, index) => ({ ...sample, ask, index })))

  test.each(questions)('$operation $name comes out as the port has it (question $index)', async ({ operation, value, ask }) => {
    insurer.answers.clear()
    for (const sample of samples) if (isSuccess(codeOf(sample)) && !insurer.answers.has(sample.operation)) insurer.answers.set(sample.operation, sample.value)
    insurer.answers.set('auth/session/cparty/open', partySession(operation === 'auth/session/cparty/otp/check'))
    insurer.answers.set(operation, value)
    expect(outcomes).toContain((await ask(insurer.payer())).outcome)
  })
})
