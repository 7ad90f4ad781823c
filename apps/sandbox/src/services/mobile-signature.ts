import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import * as z from 'zod'
import { KeyRequest, OutcomeRequest, SignatureRequest } from '@noskhe/national-wire/mobile-signature'
import type { SignatureOutcome } from '@noskhe/national-wire/mobile-signature'
import { readBody, refusal, success, unknownRefusal } from '../answer.ts'
import { people } from '../scenarios.ts'
import type { Service } from '../service.ts'

const REQUEST_SECONDS = 120

/** Signing on the signer's own phone (8-13). The private key is made here and never leaves. */
export const mobileSignature: Service = {
  name: 'mobile-signature',
  title: 'امضای همراه',
  mount: '/mobile-signature',
  schema: `
    CREATE TABLE IF NOT EXISTS signature_keys (
      national_code TEXT PRIMARY KEY, key_id TEXT NOT NULL, public_jwk TEXT NOT NULL, private_pkcs8 TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS signature_requests (
      id TEXT PRIMARY KEY,
      national_code TEXT NOT NULL REFERENCES signature_keys,
      digest TEXT NOT NULL,
      summary TEXT NOT NULL,
      created_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      declined_at TEXT,
      signed_at TEXT,
      signature TEXT
    ) STRICT`,
  seed: () => {},
  unknownAnswer: unknownRefusal,
  routes: ({ db, now }) => {
    const router = Router()
    router.post('/keys', (req, res) => {
      const body = readBody(KeyRequest, req, res)
      if (body === null) return
      const isKnown = people.some((it) => it.nationalCode === body.nationalCode)
      res.json(isKnown ? success(findKey(db, body.nationalCode) ?? makeKey(db, body.nationalCode)) : refusal(404, 'این شخص در سامانهٔ امضای همراه شناخته نیست'))
    })
    router.post('/keys/find', (req, res) => {
      const body = readBody(KeyRequest, req, res)
      if (body === null) return
      const key = findKey(db, body.nationalCode)
      res.json(key === null ? refusal(404, 'کلیدی برای این شخص ثبت نشده است') : success(key))
    })
    router.post('/requests', (req, res) => {
      const body = readBody(SignatureRequest, req, res)
      if (body === null) return
      if (findKey(db, body.nationalCode) === null) return void res.json(refusal(404, 'کلیدی برای این شخص ثبت نشده است'))
      const requestId = randomUUID()
      const expiresAt = new Date(now().getTime() + REQUEST_SECONDS * 1_000).toISOString()
      db.prepare('INSERT INTO signature_requests (id, national_code, digest, summary, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)')
        .run(requestId, body.nationalCode, body.digest, body.summary, now().toISOString(), expiresAt)
      res.json(success({ requestId, expiresAt }))
    })
    router.post('/requests/outcome', (req, res) => {
      const body = readBody(OutcomeRequest, req, res)
      if (body === null) return
      const request = findRequest(db, body.requestId)
      res.json(request === null ? refusal(404, 'درخواست امضا یافت نشد') : success(outcomeOf(db, request, now())))
    })
    return router
  },
}

const Request = z.object({
  id: z.string(),
  national_code: z.string(),
  digest: z.string(),
  summary: z.string(),
  created_at: z.string(),
  expires_at: z.string(),
  declined_at: z.string().nullable(),
  signed_at: z.string().nullable(),
  signature: z.string().nullable(),
})
type Request = z.infer<typeof Request>

export interface PhoneRequest {
  id: string
  nationalCode: string
  mobile: string
  summary: string
  createdAt: string
  expiresAt: string
  state: SignatureOutcome['state']
}

/** Newest first, for the phone; those still waiting among them. */
export function signatureRequests(db: DatabaseSync, at: Date): PhoneRequest[] {
  return z.array(Request).parse(db.prepare('SELECT * FROM signature_requests ORDER BY created_at DESC LIMIT 50').all()).map((it) => ({
    id: it.id,
    nationalCode: it.national_code,
    mobile: people.find((person) => person.nationalCode === it.national_code)?.mobile ?? '',
    summary: it.summary,
    createdAt: it.created_at,
    expiresAt: it.expires_at,
    state: stateOf(it, at),
  }))
}

/** What the owner of the phone presses. False where the request is not waiting any more. */
export function answerSignatureRequest(db: DatabaseSync, id: string, answer: 'approve' | 'decline', at: Date): boolean {
  const request = findRequest(db, id)
  if (request === null || stateOf(request, at) !== 'pending') return false
  if (answer === 'decline') {
    db.prepare('UPDATE signature_requests SET declined_at = ? WHERE id = ?').run(at.toISOString(), id)
    return true
  }
  const row = db.prepare('SELECT private_pkcs8 FROM signature_keys WHERE national_code = ?').get(request.national_code)
  const key = createPrivateKey(String(row?.['private_pkcs8']))
  const signature = sign('sha256', Buffer.from(request.digest, 'base64url'), { key, dsaEncoding: 'ieee-p1363' })
  db.prepare('UPDATE signature_requests SET signed_at = ?, signature = ? WHERE id = ?').run(at.toISOString(), signature.toString('base64url'), id)
  return true
}

function findRequest(db: DatabaseSync, id: string): Request | null {
  return Request.nullable().parse(db.prepare('SELECT * FROM signature_requests WHERE id = ?').get(id) ?? null)
}

function stateOf(it: Request, at: Date): SignatureOutcome['state'] {
  if (it.signed_at !== null) return 'signed'
  if (it.declined_at !== null) return 'declined'
  return it.expires_at <= at.toISOString() ? 'expired' : 'pending'
}

function outcomeOf(db: DatabaseSync, it: Request, at: Date): SignatureOutcome {
  const state = stateOf(it, at)
  const key = findKey(db, it.national_code)
  if (state !== 'signed') return { state }
  if (key === null || it.signature === null || it.signed_at === null) throw new Error(`Signed request ${it.id} has no signature`)
  return { state, signature: it.signature, signedAt: it.signed_at, ...key }
}

const PublicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })

function findKey(db: DatabaseSync, nationalCode: string) {
  const row = db.prepare('SELECT key_id, public_jwk FROM signature_keys WHERE national_code = ?').get(nationalCode)
  return row === undefined ? null : { keyId: String(row['key_id']), publicKey: PublicJwk.parse(JSON.parse(String(row['public_jwk']))) }
}

function makeKey(db: DatabaseSync, nationalCode: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = PublicJwk.parse(publicKey.export({ format: 'jwk' }))
  const keyId = randomUUID()
  db.prepare('INSERT INTO signature_keys VALUES (?, ?, ?, ?)')
    .run(nationalCode, keyId, JSON.stringify(jwk), privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  return { keyId, publicKey: jwk }
}
