import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startSandbox } from '@noskhe/sandbox/start'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClientKey, readClientKey } from '../../client-key.ts'
import { cdsHooksRules } from './adapter.ts'
import { openClientTokens } from './client-token.ts'
import type { RuleQuestion } from './port.ts'

const ISSUER = 'https://noskhe.example'
const now = new Date('2026-11-25T08:00:00Z')
const keyOf = (pair: { privateKey: { export(how: { type: 'pkcs8'; format: 'pem' }): string | Buffer } }): ClientKey =>
  readClientKey(String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })), ISSUER)
const elliptic = keyOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }))
const rsa = keyOf(generateKeyPairSync('rsa', { modulusLength: 2048 }))
const stranger = keyOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }))

const question: RuleQuestion = {
  moment: 'signing',
  encounterId: '0199f0c2-2222-7000-8000-000000000001',
  practitionerId: '0199f0c2-3333-7000-8000-000000000001',
  patient: { gender: 'female', birthDate: '1990-07-03', allergies: null, isPregnant: null, weightKg: null },
  items: [],
  selected: [],
  alongside: null,
  diagnosis: null,
}

let keys: Server
let sandbox: Awaited<ReturnType<typeof startSandbox>>
const base = () => `${sandbox.url}/clinical-rules`
const service = () => `${base()}/cds-services`

beforeAll(async () => {
  keys = createServer((_req, res) => res.end(JSON.stringify({ keys: [elliptic.publicJwk, rsa.publicJwk] })))
  keys.listen(0, '127.0.0.1')
  await once(keys, 'listening')
  const address = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks.json`
  sandbox = await startSandbox({ port: 0, dataFile: ':memory:', now: () => now, cdsClients: new Map([[ISSUER, address]]) })
})
afterAll(async () => {
  await sandbox.close()
  keys.close()
})

const stateWith = async (client: ClientKey | undefined, at = now) =>
  (await cdsHooksRules({ baseUrls: [base()], deadlineMs: 5_000, now: () => at, client }).ask(question)).map(({ state }) => state)

test.each([['ES384', elliptic], ['RS384', rsa]] as const)('%s: a service that asks who calls is answered', async (algorithm, client) => {
  expect(client.algorithm).toBe(algorithm)
  expect(await stateWith(client)).toEqual(['answered'])
})

test.each([
  ['no token', undefined, now],
  ['a key that the issuer does not publish', stranger, now],
  ['another issuer', { ...elliptic, issuer: 'https://other.example' }, now],
  ['a token that has run out', elliptic, new Date(now.getTime() - 3_600_000)],
  ['a token of tomorrow', elliptic, new Date(now.getTime() + 24 * 3_600_000)],
] as const)('%s: the service refuses, and that is a silence', async (_why, client, at) => {
  expect(await stateWith(client, at)).toEqual(['silent'])
})

describe('a token', () => {
  const send = async (token: string, url = service()) => (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status

  test('is good for one call of one endpoint', async () => {
    const token = openClientTokens(elliptic, () => now)(service())
    expect(await send(token, `${service()}?other`)).toBe(401)
    expect(await send(token)).toBe(200)
    expect(await send(token)).toBe(401)
  })

  test('whose claims were changed is refused', async () => {
    const [header, claims, signature] = openClientTokens(elliptic, () => now)(service()).split('.')
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()), jti: 'another' })).toString('base64url')
    expect(await send([header, forged, signature].join('.'))).toBe(401)
  })

  test('tells where its key stands', () => {
    const [header = ''] = openClientTokens(rsa, () => now)(service()).split('.')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'RS384', typ: 'JWT', kid: rsa.kid, jku: `${ISSUER}/.well-known/jwks.json` })
  })
})

test('what is published of a key is nothing secret', () => {
  expect(Object.keys(JSON.parse(JSON.stringify(elliptic.publicJwk)) as object).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
})

test('a key of another kind is refused in a sentence that does not quote it', () => {
  expect(() => keyOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }))).toThrow('neither a P-384 nor an RSA key')
})
