import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { Router } from 'express'
import { EnrolmentRequest, HolderRequest, RevocationRequest, SealRequest, healthCaRefusal } from '@noskhe/national-wire/health-ca'
import { readBody, refusal, success, unknownRefusal } from '../answer.ts'
import { authoritySchema, openAuthorities } from '../health-ca/authority.ts'
import { centreKey, certificatesSchema, findIssued, isInForce, keepIssued, markRevoked, memberKey, newestOf } from '../health-ca/certificates.ts'
import { issue } from '../health-ca/issue.ts'
import { certificateOf, certify, vouch, withoutSchema } from '../health-ca/members.ts'
import { phoneKeysSchema } from '../health-ca/phone-keys.ts'
import { centres } from '../scenarios.ts'
import type { SandboxContext, Service } from '../service.ts'

/** The Health CA and its registration authorities (6-4, A12): who gets a certificate, a new one, or none any more. */
export const healthCa: Service = {
  name: 'health-ca',
  title: 'مرکز گواهی سلامت',
  mount: '/health-ca',
  schema: [authoritySchema, certificatesSchema, phoneKeysSchema, withoutSchema].join(';'),
  seed: () => {},
  unknownAnswer: unknownRefusal,
  routes: (context) => {
    const { db, now } = context
    const router = Router()

    router.post('/certificates/find', async (req, res) => {
      const body = readBody(HolderRequest, req, res)
      if (body === null) return
      const found = await certificateOf(context, body.nationalCode)
      res.json(found === null ? refusal(404, 'برای این شخص گواهی صادر نشده است') : success(await chainOf(context, found)))
    })

    router.post('/enrolments', async (req, res) => {
      const body = readBody(EnrolmentRequest, req, res)
      if (body === null) return
      const current = newestOf(db, memberKey(body.nationalCode))
      if (current && isInForce(current, now())) return void res.json(refusal(healthCaRefusal.alreadyCertified, 'گواهی معتبری به نام این شخص هست'))
      await certifyVouched(context, body, (answer) => res.json(answer))
    })

    // A renewal is vouched for anew and has a new key; the old certificate is superseded as of now (RFC 5280 §5.3.1).
    router.post('/certificates/renew', async (req, res) => {
      const body = readBody(EnrolmentRequest, req, res)
      if (body === null) return
      const old = newestOf(db, memberKey(body.nationalCode))
      if (!old || old.revoked_at !== null) return void res.json(refusal(404, 'گواهی‌ای برای تمدید نیست'))
      await certifyVouched(context, body, (answer) => {
        if (answer.isSuccess) markRevoked(db, old.serial, 'superseded', now())
        res.json(answer)
      })
    })

    router.post('/certificates/revoke', (req, res) => {
      const body = readBody(RevocationRequest, req, res)
      if (body === null) return
      const isHers = findIssued(db, body.serial)?.holder === memberKey(body.nationalCode)
      const revokedAt = isHers ? markRevoked(db, body.serial, body.reason, now()) : null
      res.json(revokedAt === null ? refusal(404, 'این گواهی به نام این شخص نیست') : success({ revokedAt }))
    })

    router.post('/seals', async (req, res) => {
      const body = readBody(SealRequest, req, res)
      if (body === null) return
      const centre = centres.find(({ siamId }) => siamId === body.siamId)
      if (!centre) return void res.json(refusal(404, 'مرکزی با این شناسه در سیام ثبت نشده است'))
      const request = await provenRequest(body.request)
      if (!request) return void res.json(refusal(healthCaRefusal.notARequest, 'درخواست گواهی خوانا یا درست‌امضا نیست'))
      const { issuing } = await openAuthorities(context)
      // The name is SIAM's, whatever the request says.
      const holder = { kind: 'seal' as const, name: centre.name, siamId: centre.siamId }
      const certificate = await issue(context, { holder, publicKey: request.publicKey, issuer: issuing })
      keepIssued(db, centreKey(centre.siamId), certificate, now())
      res.json(success(await chainOf(context, new Uint8Array(certificate.rawData))))
    })
    return router
  },
}

type Applicant = Parameters<typeof vouch>[1]
type Answer = ReturnType<typeof success<{ chain: string[] }>> | ReturnType<typeof refusal>

async function certifyVouched(context: SandboxContext, applicant: Applicant, answer: (it: Answer) => void): Promise<void> {
  const { vouched, ...refused } = vouch(context, applicant)
  if (vouched === null) {
    const isLicence = 'because' in refused && refused.because === 'licence'
    return answer(isLicence ? refusal(healthCaRefusal.licenceNotInForce, 'پروانهٔ عضو فعال نیست') : refusal(404, 'مرجع ثبت‌نام این متقاضی را نمی‌شناسد'))
  }
  await certify(context, vouched)
  const issued = newestOf(context.db, memberKey(vouched.nationalCode))
  if (!issued) throw new Error('What was just issued is in the book')
  answer(success(await chainOf(context, issued.certificate)))
}

async function chainOf(context: SandboxContext, certificate: Uint8Array): Promise<{ chain: string[] }> {
  const { issuing } = await openAuthorities(context)
  return { chain: [certificate, new Uint8Array(issuing.certificate.rawData)].map((der) => Buffer.from(der).toString('base64')) }
}

async function provenRequest(base64: string): Promise<x509.Pkcs10CertificateRequest | null> {
  try {
    const request = new x509.Pkcs10CertificateRequest(base64)
    return (await request.verify()) ? request : null
  } catch {
    return null
  }
}
