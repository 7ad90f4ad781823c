import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { isSuccess, operations } from '@noskhe/national-wire/ihio'
import type { OperationName } from '@noskhe/national-wire/ihio'
import { refusalReasons } from '../port.ts'
import { ihioPayer } from './adapter.ts'
import { readAnswer, readEnvelope } from './answer.ts'
import { deliveryItem, doctor, givenInsurer, givenPrescription, givenUnconfirmed, insured, orderItem, pharmacy } from './testing/insurer.ts'
import type { IhioPayer, Insurer } from './testing/insurer.ts'

/** Reference data that stands beside the repository where the product is built and nowhere else. */
const contract = resolve(import.meta.dirname, '../../../../../../../shared/contracts/ihio-3.07.1.openapi.yaml')
const isHere = existsSync(contract)
const unless = (reason: string | null) => (reason === null ? '' : ` [skipped: ${reason}]`)
const noContract = isHere ? null : 'the published contract is not beside the repository'

interface Sample {
  operation: string
  name: string
  value: unknown
}

const Contract = z.object({
  paths: z.record(
    z.string(),
    z.object({ post: z.object({ responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.looseObject({ examples: z.record(z.string(), z.object({ value: z.unknown() })).optional() })).optional() })) }) }),
  ),
})

const samples: Sample[] = isHere
  ? Object.entries(Contract.parse(parse(readFileSync(contract, 'utf8'))).paths).flatMap(([path, { post }]) =>
      Object.values(post.responses).flatMap((response) =>
        Object.entries(response.content?.['application/json']?.examples ?? {}).map(([name, { value }]) => ({
          operation: path.replace('/service/', ''),
          name,
          value,
        })),
      ),
    )
  : []

const codeOf = ({ value }: Sample) => z.object({ resCode: z.number() }).parse(value).resCode
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

/** What in the port each operation answers to. */
const asked: Partial<Record<OperationName, (payer: IhioPayer) => Promise<{ outcome: string }>>> = {
  'auth/token/fetch': (payer) => payer.coverage(who),
  'auth/session/cparty/open': (payer) => payer.coverage(who),
  'auth/session/cparty/otp/check': (payer) => payer.coverage({ ...who, party: { ...doctor, username: 'two', otp: '12345' } }),
  'auth/session/citizen/open': (payer) => payer.coverage(who),
  'samad/electronic/generate': (payer) => payer.openVisit(who),
  'samad/ordered/search': (payer) => payer.findRegistration({ ...who, visitRef: '1234567890123456', writtenOn: new Date('2019-09-26') }),
  'subscription/check/order': (payer) => payer.checkOrder({ ...who, visitRef: 'S', item: orderItem('90001', 1), alongside: [] }),
  'subscription/check/deliver': (payer) => payer.checkDelivery({ ...counter, trackingCode: '1', item: deliveryItem(null, '90001', 1), alongside: [] }),
  'subscription/check/deliver/price': (payer) =>
    payer.checkDelivery({ ...counter, trackingCode: '1', item: { ...deliveryItem(null, '90001', 1), unitPrice: 12 }, alongside: [] }),
  'subscription/inquery/uid': (payer) => payer.inquirePack({ ...counter, checkRef: '1', uid: '9'.repeat(20), count: 1 }),
  'subscription/reactive/uid': (payer) => payer.releasePack({ ...counter, checkRef: '1', uid: '9'.repeat(20), count: 1 }),
  'prescription/save': (payer) => payer.register({ ...who, visitRef: 'S', checkRefs: ['1'] }),
  'prescription/update': (payer) => payer.amend({ ...who, visitRef: 'S', add: [], remove: ['1'] }),
  'prescription/deliver': (payer) => payer.deliver({ ...counter, trackingCode: '1', lines: [{ checkRef: '1', packs: [] }] }),
  'prescription/deliver/confirm': (payer) => payer.confirmDelivery({ ...counter, deliveryRef: '1' }),
  'prescription/delivered/delete': (payer) => payer.deleteDelivery({ ...counter, deliveryRef: '1' }),
  'prescription/delivered/fetch': (payer) => payer.findDelivery({ ...counter, deliveryRef: '1' }),
  'prescription/fetch/samad': (payer) => payer.progress({ ...who, visitRef: 'S' }),
  'prescription/fetch/printcode': (payer) => payer.order({ ...counter, trackingCode: '1' }),
  'deliver/queue/fetch': (payer) => payer.openOrders(counter),
  'bill/info/fetch': (payer) => payer.bills({ party: doctor, year: 1399, month: 12 }),
}

const outcomes = [
  'refused', 'covered', 'not-covered', 'over-ceiling', 'needs-document', 'opened', 'registered', 'not-registered', 'found', 'accepted',
  'released', 'delivered-unconfirmed', 'confirmed', 'delivered', 'deleted', 'not-found',
]

describe.skipIf(!isHere)(`the sample answers at the port${unless(noContract)}`, () => {
  const answers = new Map<string, unknown>()
  const server = createServer((req, res) => {
    const operation = (req.url ?? '').replace('/service/', '')
    res.setHeader('content-type', 'application/json').end(JSON.stringify(answers.get(operation)))
  })
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    while (!server.listening) await wait(5)
  })
  afterAll(() => void server.close())

  test.each(samples.filter(({ operation }) => isOperation(operation) && asked[operation] !== undefined))(
    '$operation $name comes out as the port has it',
    async ({ operation, value }) => {
      answers.clear()
      for (const sample of samples) if (isSuccess(codeOf(sample)) && !answers.has(sample.operation)) answers.set(sample.operation, sample.value)
      answers.set('auth/session/cparty/open', partySession(operation === 'auth/session/cparty/otp/check'))
      answers.set(operation, value)
      const port = (server.address() as AddressInfo).port
      const payer = ihioPayer({ baseUrl: `http://127.0.0.1:${port}`, terminalId: 1, username: 'a', password: 'b', deadlineMs: 2_000 })
      const ask = isOperation(operation) ? asked[operation] : undefined
      const answer = await ask?.(payer)
      expect(outcomes).toContain(answer?.outcome)
    },
  )

  /** The contract has no sample of it. */
  const partySession = (isTwoStep: boolean) => ({
    resCode: 1,
    resMessage: 'ok',
    info: {
      sessionId: 's', userId: 1, cellPhone: '', fullName: '', gender: 'F', partnerName: '', siamCode: 'x', partnerNN: '', cPartyNN: '',
      partnerId: 1, cPartyId: 1, isTwoStep,
    },
  })
})

/** The validator is no dependency of the product: it is asked for where it can be had, within half a minute. */
const validator = ['-y', '@stoplight/prism-cli@5']
const noValidator = noContract ?? (spawnSync('npx', [...validator, '--version'], { timeout: 60_000 }).status === 0 ? null : 'the validator cannot be had here')

describe.skipIf(noValidator !== null)(`between adapter and insurer the validator finds nothing${unless(noValidator)}`, () => {
  let insurer: Insurer
  let proxy: ReturnType<typeof spawn>
  let address = ''
  let said = ''

  beforeAll(async () => {
    insurer = await givenInsurer()
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    // A group of its own, so that the whole of it can be ended: npx starts the validator as its child.
    proxy = spawn('npx', [...validator, 'proxy', '--errors', '-p', String(port), contract, insurer.url], { detached: true })
    proxy.stdout?.on('data', (chunk) => (said += String(chunk)))
    proxy.stderr?.on('data', (chunk) => (said += String(chunk)))
    for (let tries = 0; tries < 300 && !said.includes('is listening'); tries++) await wait(100)
  })
  afterAll(async () => {
    if (proxy.pid !== undefined) process.kill(-proxy.pid)
    await insurer.close()
  })

  test('from the visit to the bill, refusals included', async () => {
    const payer = insurer.payer({ baseUrl: address, deadlineMs: 10_000 })
    const drug = insurer.aDrug()
    const { visitRef, orderRef, trackingCode } = await givenPrescription(payer, who, drug.genericCode, 20)
    const [uid = '', spare = ''] = insurer.packs(drug.genericCode)
    expect(await payer.openOrders(counter)).toMatchObject({ outcome: 'found' })
    expect(await payer.order({ ...counter, trackingCode })).toMatchObject({ outcome: 'found' })
    const delivery = await givenUnconfirmed(payer, counter, { trackingCode, orderRef, genericCode: drug.genericCode, count: 10, uids: [uid] })
    const { deliveryRef } = delivery
    expect(await payer.confirmDelivery({ ...counter, deliveryRef })).toMatchObject({ outcome: 'confirmed' })
    expect(await payer.confirmDelivery({ ...counter, deliveryRef: '1' })).toMatchObject({ outcome: 'refused' })
    expect(await payer.findDelivery({ ...counter, deliveryRef })).toMatchObject({ outcome: 'delivered' })
    expect(await payer.progress({ ...who, visitRef })).toMatchObject({ outcome: 'found' })
    expect(await payer.order({ ...counter, trackingCode })).toMatchObject({ outcome: 'found' })
    expect(await payer.bills({ party: pharmacy, year: 1405, month: 9 })).toMatchObject({ lines: [{ count: 1 }] })
    expect(await payer.bills({ party: doctor, year: 1405, month: 9 })).toMatchObject({ lines: [{ count: 1 }] })
    expect(await payer.bills({ party: doctor, year: 1404, month: 9 })).toMatchObject({ lines: [] })

    const item = { ...deliveryItem(orderRef, drug.genericCode, 10), unitPrice: drug.basePrice + 10 }
    const priced = await payer.checkDelivery({ ...counter, trackingCode, item, alongside: [] })
    const checkRef = priced.outcome === 'covered' ? (priced.checkRef ?? '') : ''
    expect(await payer.inquirePack({ ...counter, checkRef, uid, count: 10 })).toMatchObject({ reason: 'pack-used' })
    expect(await payer.inquirePack({ ...counter, checkRef, uid: spare, count: 10 })).toMatchObject({ outcome: 'accepted' })
    expect(await payer.releasePack({ ...counter, checkRef, uid: spare, count: 10 })).toMatchObject({ outcome: 'released' })
    expect(await payer.checkDelivery({ ...counter, trackingCode, item: { ...item, count: 11 }, alongside: [] })).toMatchObject({ outcome: 'over-ceiling' })
    expect(await payer.deleteDelivery({ ...counter, deliveryRef })).toMatchObject({ outcome: 'deleted' })
    expect(await payer.register({ ...who, visitRef, checkRefs: [orderRef] })).toMatchObject({ reason: 'already-used' })
    expect(await payer.order({ ...counter, trackingCode: '00000' })).toMatchObject({ outcome: 'refused' })

    const next = insurer.aDrug({ isCovered: false })
    expect(await payer.checkOrder({ ...who, visitRef, item: orderItem(next.genericCode, 1), alongside: [orderRef] })).toMatchObject({ outcome: 'not-covered' })
    const file = insurer.aDrug({ needsDocument: true })
    expect(await payer.checkOrder({ ...who, visitRef, item: orderItem(file.genericCode, 1), alongside: [] })).toMatchObject({ outcome: 'needs-document' })
    const more = insurer.aDrug()
    const verdict = await payer.checkOrder({ ...who, visitRef, item: { ...orderItem(more.genericCode, 10), compound: 1, activeFrom: '1405-10-01' }, alongside: [orderRef] })
    const add = verdict.outcome === 'covered' && verdict.checkRef !== null ? [verdict.checkRef] : []
    expect(await payer.amend({ ...who, visitRef, add, remove: [orderRef] })).toMatchObject({ outcome: 'registered' })
    expect(await payer.findRegistration({ ...who, visitRef: '1'.repeat(18), writtenOn: insurer.clock.at })).toEqual({ outcome: 'not-registered' })
    expect(said).not.toMatch(/violation|UNPROCESSABLE|Invalid request/i)
  }, 60_000)

  test('but no date at all passes its pattern of the search for orders, so a repaired contract is noticed here', async () => {
    const response = await fetch(`${address}/service/samad/ordered/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', terminalId: '1', token: 'x', clientIPAddress: '::1', clientAgentInfo: 'x' },
      body: JSON.stringify({ cpartySessionId: 'x', fromDate: '13980101', toDate: '13981212' }),
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('fromDate')
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  while (!server.listening) await wait(5)
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
