import 'reflect-metadata'
import { generateKeyPairSync } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DetachedJws } from '@noskhe/shared/signing/detached-jws'
import { judgeChain } from '@noskhe/evidence/certificates/chain'
import { readCrl } from '@noskhe/evidence/certificates/crl'
import { readOcsp } from '@noskhe/evidence/certificates/ocsp'
import { type Holder, type Told, makeIssuing, makeMember, makeResponder, makeRoot, tellCrl, tellOcsp } from '../../testing/authority.ts'
import { type Signing, signDetached } from '../../testing/jws.ts'
import { verifyCertificateSignature } from '@noskhe/evidence/certificates/verify-certificate-signature'

// Everything that must not pass as a signature, each with the name under which it is refused.

const at = new Date('2026-11-25T09:00:00.000Z')
const after = (seconds: number) => new Date(at.getTime() + seconds * 1_000)
const member = { nationalCode: '0041827368', councilNumber: '145263' }
const honest: Signing = { digest: 'A'.repeat(43), document: 'urn:noskhe:prescription:x:1', at }
const { KeyUsageFlags: Usage } = x509

let root: Holder
let issuing: Holder
let holder: Holder
let other: Holder
let responder: Holder
beforeAll(async () => {
  root = await makeRoot(at)
  issuing = await makeIssuing(at, root)
  holder = await makeMember(at, issuing, member)
  other = await makeMember(at, issuing, { nationalCode: '1273849566', councilNumber: '152908' })
  responder = await makeResponder(at, issuing)
})

const verify = async (jws: DetachedJws, roots: Holder[] = [root]) => {
  const expected = { ...honest, holder: member, from: after(-60), until: after(60) }
  const chainOf = (chain: readonly string[], when: Date) => judgeChain(chain, roots.map(({ certificate }) => certificate), when)
  return (await verifyCertificateSignature(jws, expected, chainOf)).outcome
}
const sign = (signer = holder, change: Partial<Signing> = {}) => signDetached(signer, { ...honest, chain: [signer, issuing], ...change })
const headerOf = (jws: DetachedJws) => JSON.parse(Buffer.from(jws.protected, 'base64url').toString()) as Record<string, unknown>
const encode = (text: string) => Buffer.from(text).toString('base64url')
const withHeader = async (change: (text: string) => string) => {
  const jws = await sign()
  return { ...jws, protected: encode(change(Buffer.from(jws.protected, 'base64url').toString())) }
}
const withMembers = (members: Record<string, unknown>) => async () => {
  const jws = await sign()
  return { ...jws, protected: encode(JSON.stringify({ ...headerOf(jws), ...members })) }
}

test('the honest one passes, so that each case below fails for its own reason', async () => expect(await verify(await sign())).toBe('genuine'))

const forged: [string, () => Promise<DetachedJws>, string][] = [
  ['alg none', withMembers({ alg: 'none' }), 'wrong-algorithm'],
  ['alg HS256, keyed by the public key', withMembers({ alg: 'HS256' }), 'wrong-algorithm'],
  ['alg RS256', withMembers({ alg: 'RS256' }), 'wrong-algorithm'],
  ['alg es256 in small letters', withMembers({ alg: 'es256' }), 'wrong-algorithm'],
  ['no alg', withMembers({ alg: undefined }), 'wrong-algorithm'],
  ['a key of its own (jwk)', withMembers({ jwk: {} }), 'wrong-format'],
  ['an address of a key (jku)', withMembers({ jku: 'https://evil.example' }), 'wrong-format'],
  ['an address of a certificate (x5u)', withMembers({ x5u: 'https://evil.example' }), 'wrong-format'],
  ['b64 true', withMembers({ b64: true }), 'wrong-format'],
  ['crit without sigD', withMembers({ crit: ['b64', 'sigT'] }), 'wrong-format'],
  ['crit with a header nobody knows', withMembers({ crit: ['b64', 'sigT', 'sigD', 'exp'] }), 'wrong-format'],
  ['no certificate', withMembers({ x5c: [] }), 'wrong-format'],
  ['a day that no calendar has', withMembers({ sigT: '2026-13-45T99:00:00Z' }), 'wrong-format'],
  ['two digests', withMembers({ sigD: { mId: 'http://uri.etsi.org/19182/ObjectIdByURIHash', pars: ['x'], hashM: 'S256', hashV: ['A'.repeat(43), 'B'.repeat(43)] } }), 'wrong-format'],
  ['a header twice', () => withHeader((text) => text.replace('{', '{"alg":"none",')), 'not-json'],
  ['a header with spaces', () => withHeader((text) => text.replace('{', '{ ')), 'not-json'],
  ['a header that is a list', () => withHeader(() => '[]'), 'not-json'],
  ['padded base64url in the header', async () => ({ ...(await sign()), protected: `${(await sign()).protected}=` }), 'not-base64url'],
  ['padded base64url in the signature', async () => ({ ...(await sign()), signature: `${(await sign()).signature}==` }), 'not-base64url'],
  ['base64 in place of base64url', async () => ({ ...(await sign()), signature: `+/${(await sign()).signature.slice(2)}` }), 'not-base64url'],
  ['a stray character', async () => ({ ...(await sign()), signature: `${(await sign()).signature.slice(0, -1)}!` }), 'not-base64url'],
  ['a line break', async () => ({ ...(await sign()), signature: `${(await sign()).signature}\n` }), 'not-base64url'],
  ['stray bits in the last character', async () => ({ ...(await sign()), signature: `${'A'.repeat(85)}B` }), 'not-base64url'],
  ['a signature cut short', async () => ({ ...(await sign()), signature: (await sign()).signature.slice(0, 84) }), 'not-base64url'],
  ['a signature of zeros', async () => ({ ...(await sign()), signature: 'A'.repeat(86) }), 'bad-signature'],
  ['the signature of another time', async () => ({ ...(await sign()), signature: (await sign(holder, { at: after(1) })).signature }), 'bad-signature'],
  ['another digest', () => sign(holder, { digest: 'B'.repeat(42) + 'A' }), 'wrong-content'],
  ['another document', () => sign(holder, { document: 'urn:noskhe:prescription:x:2' }), 'wrong-content'],
  ['a minute too early', () => sign(holder, { at: after(-62) }), 'wrong-time'],
  ['a minute too late', () => sign(holder, { at: after(61) }), 'wrong-time'],
  ['the thumbprint of another certificate', () => signDetached({ ...holder, certificate: other.certificate }, { ...honest, chain: [holder, issuing] }), 'wrong-thumbprint'],
  ['another member’s certificate and key', () => sign(other), 'wrong-holder'],
  ['her certificate, another’s key', () => sign({ ...holder, key: other.key }), 'bad-signature'],
  ['no intermediate', () => sign(holder, { chain: [holder] }), 'wrong-chain'],
  ['a certificate signed by a member', async () => {
    const child = await makeMember(at, holder, member)
    return sign(child, { chain: [child, holder, issuing] })
  }, 'wrong-chain'],
  ['an authority below one that may have none', async () => {
    const below = await makeIssuing(at, issuing, { subject: [{ CN: ['Below'] }] })
    const child = await makeMember(at, below, member)
    return sign(child, { chain: [child, below, issuing] })
  }, 'wrong-chain'],
  ['another root of the same name', async () => {
    const stranger = await makeIssuing(at, await makeRoot(at))
    const child = await makeMember(at, stranger, member)
    return sign(child, { chain: [child, stranger] })
  }, 'wrong-chain'],
  ['self-signed', async () => {
    const alone = await makeMember(at, await makeRoot(at), member)
    return sign(alone, { chain: [alone] })
  }, 'wrong-chain'],
  ['expired', async () => sign(await makeMember(at, issuing, member, { until: after(-1) })), 'expired'],
  ['not yet valid', async () => sign(await makeMember(at, issuing, member, { from: after(1) })), 'not-yet-valid'],
  ['a certificate for encryption', async () => sign(await makeMember(at, issuing, member, { usages: Usage.keyEncipherment })), 'not-for-signing'],
  ['a certificate that binds nobody', async () => sign(await makeMember(at, issuing, member, { usages: Usage.digitalSignature })), 'not-for-signing'],
  ['a critical extension that nobody knows', async () => sign(await makeMember(at, issuing, member, { extensions: [new x509.Extension('1.2.3.4', true, new Uint8Array([5, 0]))] })), 'wrong-chain'],
  ['an authority with a short RSA key', async () => {
    const key = generateKeyPairSync('rsa', { modulusLength: 1_024 })
    const weak = await makeIssuing(at, root, { key })
    const child = await makeMember(at, weak, member)
    return sign(child, { chain: [child, weak] })
  }, 'weak-algorithm'],
  ['a certificate with a byte after it', async () => {
    const certificate = { ...holder.certificate, der: Buffer.concat([holder.certificate.der, Buffer.from([0])]) }
    return signDetached({ ...holder, certificate }, { ...honest, chain: [{ ...holder, certificate }, issuing] })
  }, 'malformed'],
]

describe('signatures', () => {
  test.each(forged)('%s', async (_, make, outcome) => expect(await verify(await make())).toBe(outcome))
  test('without a configured root nothing passes', async () => expect(await verify(await sign(), [])).toBe('no-anchor'))
})

const nonce = Buffer.alloc(32, 7)
type Change = () => Partial<Told> | Promise<Partial<Told>>
const answers: [string, Change, string][] = [
  ['for another serial', () => ({ about: other }), 'another-certificate'],
  ['for another issuer', async () => ({ issuer: await makeIssuing(at, root) }), 'another-certificate'],
  ['stale', () => ({ thisUpdate: after(-7_200), nextUpdate: after(-3_600) }), 'stale'],
  ['without an end, and old', () => ({ thisUpdate: after(-3_600), nextUpdate: null }), 'stale'],
  ['of the future', () => ({ thisUpdate: after(3_600), nextUpdate: after(7_200) }), 'not-yet'],
  ['without the nonce', () => ({ nonce: null }), 'nonce-missing'],
  ['with another nonce (a replay)', () => ({ nonce: Buffer.alloc(32, 8) }), 'nonce-mismatch'],
  ['by a responder that the issuer did not delegate', async () => ({ signedBy: await makeResponder(at, root) }), 'responder-not-delegated'],
  ['by a member', () => ({ signedBy: other }), 'responder-not-delegated'],
  ['by a responder whose certificate has run out', async () => ({ signedBy: await makeResponder(at, issuing, { until: after(-1) }) }), 'responder-not-delegated'],
  ['by a responder who is not named', async () => ({ named: await makeResponder(at, issuing) }), 'responder-not-delegated'],
  ['in the issuer’s name, by another key', () => ({ named: issuing, signedBy: other }), 'bad-signature'],
]

describe('OCSP answers', () => {
  const read = async (change: Partial<Told> = {}) => {
    const der = await tellOcsp({ about: holder, issuer: issuing, signedBy: responder, thisUpdate: at, nextUpdate: after(600), nonce, ...change })
    return readOcsp(der, { holder: holder.certificate, issuer: issuing.certificate, nonce }, at)
  }
  test('the honest one says good, revoked or unknown', async () => {
    for (const state of ['good', 'revoked', 'unknown'] as const) expect(await read({ state })).toMatchObject({ state })
  })
  test.each(answers)('%s', async (_, change, because) => expect(await read(await change())).toEqual({ state: 'rejected', because }))
  test.each([0, 1, 40])('cut after %i bytes', async (length) => {
    const der = await tellOcsp({ about: holder, issuer: issuing, signedBy: responder, thisUpdate: at, nextUpdate: after(600), nonce })
    expect(readOcsp(der.subarray(0, length), { holder: holder.certificate, issuer: issuing.certificate, nonce }, at)).toEqual({ state: 'rejected', because: 'unreadable' })
  })
  test('tryLater (3) is no answer', () => {
    const der = Buffer.from('30030a0103', 'hex')
    expect(readOcsp(der, { holder: holder.certificate, issuer: issuing.certificate, nonce }, at)).toEqual({ state: 'rejected', because: 'not-successful' })
  })
})

describe('lists', () => {
  const look = (der: Buffer) => readCrl(der, { holder: holder.certificate, issuer: issuing.certificate }, at)
  const fresh = { thisUpdate: after(-60), nextUpdate: after(3_600) }
  test('the honest one says good or revoked', async () => {
    expect(look(await tellCrl({ by: issuing, ...fresh }))).toMatchObject({ state: 'good' })
    expect(look(await tellCrl({ by: issuing, revoked: [holder], ...fresh }))).toMatchObject({ state: 'revoked' })
  })
  const lists: [string, () => Promise<Buffer>, string][] = [
    ['stale', () => tellCrl({ by: issuing, thisUpdate: after(-7_200), nextUpdate: after(-3_600) }), 'stale'],
    ['of the future', () => tellCrl({ by: issuing, thisUpdate: after(3_600), nextUpdate: after(7_200) }), 'not-yet'],
    ['of another issuer', () => tellCrl({ by: root, ...fresh }), 'another-issuer'],
    ['in the issuer’s name, by another key', () => tellCrl({ by: { ...issuing, key: other.key }, ...fresh }), 'bad-signature'],
    ['a delta', () => tellCrl({ by: issuing, ...fresh, extensions: [new x509.Extension('2.5.29.27', true, new Uint8Array([2, 1, 1]))] }), 'not-whole'],
    ['garbage', async () => Buffer.from('<html>'), 'unreadable'],
  ]
  test.each(lists)('%s', async (_, make, because) => expect(look(await make())).toEqual({ state: 'rejected', because }))
})
