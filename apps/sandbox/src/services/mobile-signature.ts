import { createHash, randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import { FlattenedSign } from 'jose'
import * as z from 'zod'
import { DetachedJws, OutcomeRequest, SignatureRequest } from '@noskhe/national-wire/mobile-signature'
import type { SignatureOutcome } from '@noskhe/national-wire/mobile-signature'
import { readBody, refusal, success, unknownRefusal } from '../answer.ts'
import { openAuthorities } from '../health-ca/authority.ts'
import { certificateOf } from '../health-ca/members.ts'
import { phoneKey } from '../health-ca/phone-keys.ts'
import { people } from '../scenarios.ts'
import type { SandboxContext, Service } from '../service.ts'

const REQUEST_SECONDS = 120

/** Signing on the signer's own phone (8-13), with the key of her certificate. */
export const mobileSignature: Service = {
  name: 'mobile-signature',
  title: 'امضای همراه',
  mount: '/mobile-signature',
  schema: `
    CREATE TABLE IF NOT EXISTS phone_signature_requests (
      id TEXT PRIMARY KEY,
      national_code TEXT NOT NULL,
      digest TEXT NOT NULL,
      document TEXT NOT NULL,
      summary TEXT NOT NULL,
      created_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      declined_at TEXT,
      signed_at TEXT,
      jws TEXT
    ) STRICT`,
  seed: () => {},
  unknownAnswer: unknownRefusal,
  routes: (context) => {
    const { db, now } = context
    const router = Router()
    router.post('/requests', async (req, res) => {
      const body = readBody(SignatureRequest, req, res)
      if (body === null) return
      if ((await certificateOf(context, body.nationalCode)) === null) return void res.json(refusal(404, 'گواهی امضا برای این شخص صادر نشده است'))
      const requestId = randomUUID()
      const expiresAt = new Date(now().getTime() + REQUEST_SECONDS * 1_000).toISOString()
      db.prepare('INSERT INTO phone_signature_requests (id, national_code, digest, document, summary, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(requestId, body.nationalCode, body.digest, body.document, body.summary, now().toISOString(), expiresAt)
      res.json(success({ requestId, expiresAt }))
    })
    router.post('/requests/outcome', (req, res) => {
      const body = readBody(OutcomeRequest, req, res)
      if (body === null) return
      const request = findRequest(db, body.requestId)
      res.json(request === null ? refusal(404, 'درخواست امضا یافت نشد') : success(outcomeOf(request, now())))
    })
    return router
  },
}

const Request = z.object({
  id: z.string(),
  national_code: z.string(),
  digest: z.string(),
  document: z.string(),
  summary: z.string(),
  created_at: z.string(),
  expires_at: z.string(),
  declined_at: z.string().nullable(),
  signed_at: z.string().nullable(),
  jws: z.string().nullable(),
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
  return z.array(Request).parse(db.prepare('SELECT * FROM phone_signature_requests ORDER BY created_at DESC LIMIT 50').all()).map((it) => ({
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
export async function answerSignatureRequest(context: SandboxContext, id: string, answer: 'approve' | 'decline'): Promise<boolean> {
  const { db, now } = context
  const request = findRequest(db, id)
  if (request === null || stateOf(request, now()) !== 'pending') return false
  if (answer === 'decline') {
    db.prepare('UPDATE phone_signature_requests SET declined_at = ? WHERE id = ?').run(now().toISOString(), id)
    return true
  }
  const at = now()
  const jws = await signDigest(context, request, at)
  if (jws === null) return false
  const { changes } = db
    .prepare('UPDATE phone_signature_requests SET signed_at = ?, jws = ? WHERE id = ? AND signed_at IS NULL AND declined_at IS NULL')
    .run(at.toISOString(), JSON.stringify(jws), id)
  return changes === 1
}

/**
 * A detached signature over a digest (RFC 7515 with `b64` false, RFC 7797; `sigT`, `sigD` by hash as in ETSI TS 119 182-1
 * §5.2): the payload is empty, what is signed stands in the protected header.
 */
async function signDigest(context: SandboxContext, { national_code: nationalCode, digest, document }: Request, at: Date) {
  const key = phoneKey(context.db, nationalCode)
  const certificate = await certificateOf(context, nationalCode)
  if (key === null || certificate === null) return null
  const { issuing } = await openAuthorities(context)
  const chain = [certificate, new Uint8Array(issuing.certificate.rawData)].map((der) => Buffer.from(der))
  const { protected: header, signature } = await new FlattenedSign(new Uint8Array())
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'jose+json',
      b64: false,
      crit: ['b64', 'sigT', 'sigD'],
      sigT: at.toISOString().replace(/\.\d+Z$/, 'Z'),
      x5c: chain.map((der) => der.toString('base64')),
      'x5t#S256': createHash('sha256').update(certificate).digest('base64url'),
      sigD: { mId: 'http://uri.etsi.org/19182/ObjectIdByURIHash', pars: [document], hashM: 'S256', hashV: [digest] },
    })
    .sign(key, { crit: { sigT: true, sigD: true } })
  return DetachedJws.parse({ protected: header, signature })
}

function findRequest(db: DatabaseSync, id: string): Request | null {
  return Request.nullable().parse(db.prepare('SELECT * FROM phone_signature_requests WHERE id = ?').get(id) ?? null)
}

function stateOf(it: Request, at: Date): SignatureOutcome['state'] {
  if (it.signed_at !== null) return 'signed'
  if (it.declined_at !== null) return 'declined'
  return it.expires_at <= at.toISOString() ? 'expired' : 'pending'
}

function outcomeOf(it: Request, at: Date): SignatureOutcome {
  const state = stateOf(it, at)
  if (state !== 'signed') return { state }
  if (it.jws === null) throw new Error(`Signed request ${it.id} has no signature`)
  return { state, jws: DetachedJws.parse(JSON.parse(it.jws)) }
}
