import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { type Certificate, readPem } from '@noskhe/evidence/certificates/certificate'
import { judgeChain } from '@noskhe/evidence/certificates/chain'
import { readCrl } from '@noskhe/evidence/certificates/crl'
import { readOcsp } from '@noskhe/evidence/certificates/ocsp'

// OpenSSL judges what the sandbox says, and we judge what OpenSSL says; neither has seen the other's code.
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'noskhe-openssl-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
function openssl(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${args[0] ?? ''}: ${stderr}`)
  return stdout + stderr
}

describe.skipIf(!hasOpenssl)('the sandbox before OpenSSL', () => {
  let sandbox: Awaited<ReturnType<typeof givenSandbox>>
  beforeAll(async () => {
    sandbox = await givenSandbox()
    const save = async (path: string, name: string) => writeFileSync(at(name), Buffer.from(await (await fetch(`${sandbox.url}/${path}`)).arrayBuffer()))
    await save('_sandbox/health-ca/root.pem', 'sandbox-root.pem')
    await save('crl/issuing.cer', 'issuing.cer')
    openssl('x509', '-inform', 'DER', '-in', 'issuing.cer', '-out', 'sandbox-issuing.pem')
  })
  afterAll(() => sandbox.close())

  async function certificateIn(condition: string): Promise<void> {
    await sandbox.control('PUT', 'health-ca/0041827368/certificate', { condition })
    const { healthCaThrough } = await import('./adapter.ts')
    const found = await healthCaThrough(sandbox.gateway(), { roots: null, ocspUrl: '', crlUrl: '', rootCrlUrl: '' }).certificateOf('0041827368')
    writeFileSync(at('holder.cer'), Buffer.from(found?.[0] ?? '', 'base64'))
    openssl('x509', '-inform', 'DER', '-in', 'holder.cer', '-out', 'holder.pem')
  }
  const ocspFile = async () => {
    openssl('ocsp', '-issuer', 'sandbox-issuing.pem', '-cert', 'holder.pem', '-reqout', 'request.der')
    const response = await fetch(`${sandbox.url}/ocsp`, { method: 'POST', headers: { 'content-type': 'application/ocsp-request' }, body: readFileSync(at('request.der')) })
    writeFileSync(at('response.der'), Buffer.from(await response.arrayBuffer()))
    return openssl('ocsp', '-issuer', 'sandbox-issuing.pem', '-cert', 'holder.pem', '-no_nonce', '-respin', 'response.der', '-CAfile', 'sandbox-root.pem', '-verify_other', 'sandbox-issuing.pem')
  }

  test.each(['good', 'revoked'])('OCSP: %s, and the answer verifies', async (condition) => {
    await certificateIn(condition)
    const said = await ocspFile()
    expect(said).toContain('Response verify OK')
    expect(said).toContain(`holder.pem: ${condition}`)
  })

  test('the chain verifies; that of a stranger does not', async () => {
    const verify = () => openssl('verify', '-x509_strict', '-CAfile', 'sandbox-root.pem', '-untrusted', 'sandbox-issuing.pem', 'holder.pem')
    await certificateIn('good')
    expect(verify()).toContain('holder.pem: OK')
    await certificateIn('wrong-chain')
    expect(verify).toThrow()
  })

  test('the list verifies, and a revoked certificate fails by it', async () => {
    await certificateIn('revoked')
    writeFileSync(at('issuing.crl'), Buffer.from(await (await fetch(`${sandbox.url}/crl/issuing.crl`)).arrayBuffer()))
    expect(openssl('crl', '-inform', 'DER', '-in', 'issuing.crl', '-CAfile', 'sandbox-issuing.pem', '-out', 'crl.pem')).toContain('verify OK')
    expect(() => openssl('verify', '-crl_check', '-CRLfile', 'crl.pem', '-CAfile', 'sandbox-root.pem', '-untrusted', 'sandbox-issuing.pem', 'holder.pem')).toThrow(/revoked/)
  })
})

describe.skipIf(!hasOpenssl)('OpenSSL before us', () => {
  let root: Certificate
  let now: Date
  const read = (name: string): Certificate => {
    const [certificate] = readPem(readFileSync(at(`${name}.pem`), 'utf8'))
    if (!certificate) throw new Error(name)
    return certificate
  }
  const chain = (name: string) => [read(name).der.toString('base64')]

  beforeAll(() => {
    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '3650',
      '-subj', '/C=IR/O=Test Root CA/CN=Root', '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign')
    const leaf = (name: string, extensions: string) => {
      openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/C=IR/CN=${name}/serialNumber=0012345678`)
      writeFileSync(at(`${name}.ext`), `basicConstraints=CA:FALSE\n${extensions}\n`)
      openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', `${name}.pem`, '-days', '365', '-extfile', `${name}.ext`)
    }
    const signs = 'keyUsage=critical,digitalSignature,nonRepudiation'
    leaf('good', signs)
    leaf('revoked', signs)
    leaf('responder', 'keyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning')
    root = read('ca')
    now = new Date()
    const row = (name: string, state: string) => `${state}\t${read(name).openssl.serialNumber}\tunknown\t/C=IR/CN=${name}\n`
    writeFileSync(at('index.txt'), row('good', 'V\t371231235959Z\t') + row('revoked', 'R\t371231235959Z\t261101000000Z,keyCompromise'))
  })

  function answerAbout(name: string, signer: string) {
    openssl('ocsp', '-sha256', '-issuer', 'ca.pem', '-cert', `${name}.pem`, '-no_nonce', '-reqout', 'q.der')
    openssl('ocsp', '-index', 'index.txt', '-CA', 'ca.pem', '-rsigner', `${signer}.pem`, '-rkey', `${signer}.key`, '-reqin', 'q.der', '-respout', 'a.der', '-nmin', '10')
    return readOcsp(readFileSync(at('a.der')), { holder: read(name), issuer: root, nonce: null }, new Date())
  }

  test('its chain is trusted', () => expect(judgeChain(chain('good'), [root], now)).toMatchObject({ outcome: 'trusted', certificate: { nationalCode: '0012345678' } }))
  test('its responder’s certificate signs no documents', () => expect(judgeChain(chain('responder'), [root], now)).toMatchObject({ outcome: 'not-for-signing' }))
  test('its answer, by a delegated responder, is read', () => expect(answerAbout('good', 'responder')).toMatchObject({ state: 'good' }))
  test('and by the authority itself', () => expect(answerAbout('good', 'ca')).toMatchObject({ state: 'good' }))
  test('revoked is read with its time', () => expect(answerAbout('revoked', 'responder')).toMatchObject({ state: 'revoked', revokedAt: new Date('2026-11-01T00:00:00Z') }))
  test('one that is not delegated is not believed', () => expect(answerAbout('good', 'revoked')).toEqual({ state: 'rejected', because: 'responder-not-delegated' }))
  test('one that it does not know is unknown', () => expect(answerAbout('responder', 'responder')).toMatchObject({ state: 'unknown' }))

  test('its list is read', () => {
    writeFileSync(at('ca.cnf'), `[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=1\n`)
    openssl('ca', '-config', 'ca.cnf', '-gencrl', '-keyfile', 'ca.key', '-cert', 'ca.pem', '-out', 'ca.crl')
    openssl('crl', '-in', 'ca.crl', '-outform', 'DER', '-out', 'ca.crl.der')
    const look = (name: string) => readCrl(readFileSync(at('ca.crl.der')), { holder: read(name), issuer: root }, new Date())
    expect(look('good')).toMatchObject({ state: 'good' })
    expect(look('revoked')).toMatchObject({ state: 'revoked' })
  })
})
