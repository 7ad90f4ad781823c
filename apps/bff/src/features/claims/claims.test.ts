import type { SupplementaryShare } from '@noskhe/shared/dispensing/order'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import { newId } from '../../db/id.ts'
import { NationalUnavailable } from '../../national/port.ts'
import type { ClaimStanding, Supplementary } from '../../national/supplementary/port.ts'
import type { State } from '../../outbox/message.ts'
import { Counter } from '../dispensing/testing/counter.ts'
import { askClaim } from './ask-claim.ts'
import { listClaims } from './list-claims.ts'

const known: SupplementaryShare = { state: 'known', company: 'بیمهٔ دی', companyCode: 'DAY', policy: 'P-1', share: 2_400, lines: [] }
const received: ClaimStanding = { outcome: 'kept', claimUid: 'C-1', state: 'received', asked: 2_400, approved: null, message: null }
const inPart: ClaimStanding = { ...received, state: 'approved-in-part', approved: 1_000, message: 'بیش از ماندهٔ سقف است' }
const page = { before: undefined, limit: 50 }

let counter: Counter
let asked: { reference: string; siteId: string }[]
let answer: () => Promise<ClaimStanding | null>

beforeAll(async () => {
  counter = await Counter.open()
})
afterAll(() => counter.close())
beforeEach(async () => {
  asked = []
  answer = () => Promise.resolve(received)
  await counter.db.outboxMessage.deleteMany()
})

const supplementary: Pick<Supplementary, 'findClaim'> = {
  findClaim: (it) => {
    asked.push(it)
    return answer()
  },
}
/** A centre in a country with that company. */
const inCountry = (context: Context): Context => ({
  ...context, national: { ...context.national, ...({ supplementary } as unknown as Pick<Context['national'], 'supplementary'>) },
})
const here = () => inCountry(counter.context)

interface Given {
  centreId?: string
  state?: State
  failure?: string
  kind?: string
}

/** A delivery of which something is claimed, and the message that tells of it; the later one is the newer. */
async function givenClaim({ centreId = 'SIAM-A', state = 'delivered', failure, kind = 'supplementary.claim' }: Given = {}) {
  counter.now = new Date(counter.now.getTime() + 1_000)
  const [deliveryId, id] = [newId(counter.now.getTime()), newId(counter.now.getTime())]
  await counter.db.delivery.create({
    data: {
      centreId, id: deliveryId, dispenserId: newId(), state: 'delivered', insurer: 'salamat', identityKind: 'national-code', identityValue: '1384950613',
      trackingCode: '12345', patientName: 'زهرا احمدی‌فر', lines: [], total: 10_000, insurerShare: 7_000, patientShare: 3_000, supplementary: known,
      startedAt: counter.now, deliveredAt: counter.now,
    },
  })
  await counter.db.outboxMessage.create({
    data: {
      centreId, id, kind, stream: `supplementary/${deliveryId}`, place: 1, subjectId: deliveryId, state, enqueuedAt: counter.now, dueAt: counter.now,
      ...(failure !== undefined && { failure }), ...(state === 'delivered' && { receipt: { compositionUid: 'C-1', patientUid: 'P-1' } }),
    },
  })
  return { id, deliveryId }
}

test('a claim that was told and never asked about has no standing, and names no patient', async () => {
  const { id, deliveryId } = await givenClaim()
  const { claims, next } = await listClaims(here(), page)
  expect(claims).toEqual([{
    id, deliveryId, deliveredAt: counter.now.toISOString(), company: 'بیمهٔ دی', policy: 'P-1', trackingCode: '12345', share: 2_400, telling: 'delivered',
    refusal: null, claimUid: 'C-1', standing: null,
  }])
  expect(next).toBeNull()
  expect(asked).toEqual([])
})

test('the company is asked under the claim’s own name, and what it says is kept with its time and audited', async () => {
  const { id, deliveryId } = await givenClaim()
  answer = () => Promise.resolve(inPart)
  const standing = { state: 'approved-in-part', approved: 1_000, message: 'بیش از ماندهٔ سقف است', askedAt: counter.now.toISOString() }
  expect(await askClaim(here(), { id })).toMatchObject({ id, standing })
  expect(asked).toEqual([{ reference: id, siteId: 'SIAM-A' }])
  expect((await listClaims(here(), page)).claims).toMatchObject([{ id, standing }])
  const [event] = await counter.db.auditEvent.findMany({ where: { subject: deliveryId } })
  expect(event).toMatchObject({ action: 'claim.standing-asked', personId: counter.context.actor.personId, detail: { claim: id, state: 'approved-in-part' } })
})

test('asked again, the newer answer takes the place of the older', async () => {
  const { id } = await givenClaim()
  await askClaim(here(), { id })
  counter.now = new Date(counter.now.getTime() + 60_000)
  answer = () => Promise.resolve({ ...received, state: 'paid', approved: 2_400 })
  expect(await askClaim(here(), { id })).toMatchObject({ standing: { state: 'paid', approved: 2_400, askedAt: counter.now.toISOString() } })
})

test('an answer that comes late never takes the place of one that was asked for after it', async () => {
  const { id } = await givenClaim()
  const begun = Promise.withResolvers<void>()
  const late = Promise.withResolvers<ClaimStanding>()
  answer = () => {
    begun.resolve()
    return late.promise
  }
  const slow = askClaim(here(), { id })
  await begun.promise
  counter.now = new Date(counter.now.getTime() + 1_000)
  answer = () => Promise.resolve(inPart)
  await askClaim(here(), { id })
  late.resolve(received)
  expect(await slow).toMatchObject({ standing: { state: 'approved-in-part' } })
})

test('silence keeps nothing and takes nothing away', async () => {
  const { id, deliveryId } = await givenClaim()
  await askClaim(here(), { id })
  answer = () => Promise.reject(new NationalUnavailable('supplementary', { sent: 'maybe' }))
  await expect(askClaim(here(), { id })).rejects.toBeInstanceOf(NationalUnavailable)
  expect((await listClaims(here(), page)).claims).toMatchObject([{ standing: { state: 'received' } }])
  expect(await counter.auditOf(deliveryId)).toEqual(['claim.standing-asked'])
})

test('a company that knows nothing of a claim that it took has said so', async () => {
  const { id } = await givenClaim()
  answer = () => Promise.resolve(null)
  expect(await askClaim(here(), { id })).toMatchObject({ telling: 'delivered', standing: { state: 'not-found', approved: null, message: null } })
})

test.each([
  { state: 'waiting' as const, failure: 'silent', refusal: null },
  { state: 'parked' as const, failure: 'not-in-force: اعتبار ندارد', refusal: 'اعتبار ندارد' },
  { state: 'parked' as const, failure: 'impossible', refusal: null },
])('a claim that is $state with $failure is not asked about', async ({ state, failure, refusal }) => {
  const { id } = await givenClaim({ state, failure })
  expect((await listClaims(here(), page)).claims).toMatchObject([{ id, telling: state, refusal, claimUid: null, standing: null }])
  await expect(askClaim(here(), { id })).rejects.toMatchObject({ code: 'claim.not-told' })
  expect(asked).toEqual([])
})

test('another centre’s claim is not there, nor is a message of another kind', async () => {
  const stranger = await counter.another('SIAM-B')
  const { id } = await givenClaim()
  const bill = await givenClaim({ kind: 'sepas.bill' })
  expect((await listClaims(inCountry(stranger), page)).claims).toEqual([])
  await expect(askClaim(inCountry(stranger), { id })).rejects.toMatchObject({ code: 'claim.not-found' })
  await expect(askClaim(here(), { id: bill.id })).rejects.toMatchObject({ code: 'claim.not-found' })
  expect((await listClaims(here(), page)).claims.map((it) => it.id)).toEqual([id])
  expect(asked).toEqual([])
})

test('the newest come first, and older ones after the last one seen', async () => {
  const ids = [(await givenClaim()).id, (await givenClaim()).id, (await givenClaim()).id].toReversed()
  const first = await listClaims(here(), { ...page, limit: 2 })
  expect(first.claims.map((it) => it.id)).toEqual(ids.slice(0, 2))
  const second = await listClaims(here(), { before: first.next ?? undefined, limit: 2 })
  expect(second.claims.map((it) => it.id)).toEqual(ids.slice(2))
  expect(second.next).toBeNull()
})
