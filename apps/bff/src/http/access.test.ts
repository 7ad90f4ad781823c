import { randomUUID } from 'node:crypto'
import { contracts } from '@noskhe/shared/contracts'
import { type Access, CALL_HEADER, type Endpoint } from '@noskhe/shared/endpoint'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '../testing/caller.ts'
import { Caller as Visitor } from '../testing/caller.ts'
import { type Product, PUBLIC_URL, clinic, givenProduct, manager, pharmacist, pharmacy, physician } from '../testing/product.ts'

// Every endpoint × everybody who may knock. A new endpoint is a new row by being declared.
const endpoints = Object.entries(contracts)
const changes = endpoints.filter(([, { method }]) => method !== 'GET')
const everybody = ['nobody', 'signed-in', 'prescriber', 'dispenser', 'admin'] as const
type Somebody = (typeof everybody)[number]

let product: Product
let callers: Record<Somebody, Caller>

beforeAll(async () => {
  product = await givenProduct()
  callers = {
    nobody: new Visitor(product.url),
    'signed-in': await product.signIn(physician),
    prescriber: await product.signIn(physician, { siamId: clinic, role: 'prescriber' }),
    dispenser: await product.signIn(pharmacist, { siamId: pharmacy, role: 'dispenser' }),
    admin: await product.signIn(manager, { siamId: clinic, role: 'admin' }),
  }
  await product.db.$executeRaw`CREATE TABLE sessions_as_signed_in AS TABLE sessions`
})
afterAll(() => product.close())
// Some of the endpoints end sessions; the next cell of the matrix finds everybody signed in as at first.
beforeEach(async () => {
  await product.db.$executeRaw`
    INSERT INTO sessions SELECT * FROM sessions_as_signed_in ON CONFLICT (sid) DO UPDATE SET sess = excluded.sess`
})

/** The gate's refusal, as it should be; null for who gets past it. */
function refusalOf(allow: Access, who: Somebody): string | null {
  if (allow === 'anyone') return null
  if (who === 'nobody') return 'session.required'
  if (allow === 'signed-in') return null
  if (who === 'signed-in') return 'session.centre-required'
  return allow.includes(who) ? null : 'role.forbidden'
}

/** What it asks for is missing or unknown, so that whoever gets past the gate goes no further than that. */
const emptyInputOf = ({ path }: Endpoint) => (path.includes(':id') ? { id: randomUUID() } : {})

const gate = ['session.required', 'session.expired', 'session.ended-elsewhere', 'session.centre-required', 'role.forbidden', 'request.forged']
const status: Record<string, number> = { 'session.required': 401, 'session.centre-required': 403, 'role.forbidden': 403 }

describe.each(endpoints)('%s', (_name, endpoint) => {
  test.each(everybody)(`to %s`, async (who) => {
    const answer = await callers[who].send(endpoint, emptyInputOf(endpoint))
    const refusal = refusalOf(endpoint.allow, who)
    if (refusal === null) expect(gate).not.toContain(answer.code)
    else expect(answer).toMatchObject({ status: status[refusal], code: refusal })
    expect(answer.code).not.toBe('unexpected')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe.each(changes)('%s cannot be forged', (_name, endpoint) => {
  const caller = () => callers[callerOf(endpoint.allow)]

  test.each([
    ['without our header', { [CALL_HEADER]: null }],
    ['from a foreign page', { origin: 'https://evil.example' }],
    ['from a page that hides where it is', { origin: 'null' }],
    ['from our host under another port', { origin: `${PUBLIC_URL}1` }],
  ])('%s', async (_how, headers) => {
    const answer = await caller().send(endpoint, emptyInputOf(endpoint), headers)
    expect(answer).toMatchObject({ status: 403, code: 'request.forged' })
  })

  test('from our own page', async () => {
    const answer = await caller().send(endpoint, emptyInputOf(endpoint), { origin: PUBLIC_URL })
    expect(answer.code).not.toBe('request.forged')
  })
})

/** Somebody whom the endpoint admits. */
function callerOf(allow: Access): Somebody {
  if (allow === 'anyone') return 'nobody'
  return allow === 'signed-in' ? 'signed-in' : (allow[0] ?? 'nobody')
}

test('every role is admitted somewhere and refused somewhere', () => {
  for (const role of ['prescriber', 'dispenser', 'admin'] as const) {
    const refusals = new Set(endpoints.map(([, { allow }]) => refusalOf(allow, role)))
    expect([role, [...refusals].toSorted()]).toEqual([role, ['role.forbidden', null].toSorted()])
  }
})
