import express, { Router } from 'express'
import { crlType, ocspType } from '@noskhe/national-wire/health-ca'
import { unknownRefusal } from '../answer.ts'
import { openAuthorities } from '../health-ca/authority.ts'
import { allRevoked } from '../health-ca/certificates.ts'
import { writeCrl } from '../health-ca/crl.ts'
import { answerOcsp } from '../health-ca/ocsp.ts'
import type { Service } from '../service.ts'

/** The responder of the Health CA (RFC 6960), open to everybody, beside the gateway and not behind it. */
export const ocsp: Service = {
  name: 'ocsp',
  title: 'مرکز گواهی سلامت — استعلام برخط (OCSP)',
  mount: '/ocsp',
  schema: '',
  seed: () => {},
  unknownAnswer: unknownRefusal,
  routes: (context) => {
    const router = Router()
    router.post('/', express.raw({ type: ocspType.request, limit: '16kb' }), async (req, res) => {
      const request: unknown = req.body
      if (!Buffer.isBuffer(request)) return void res.sendStatus(415)
      res.type(ocspType.response).send(await answerOcsp(context, await openAuthorities(context), request))
    })
    return router
  },
}

/** Its lists of what was revoked and the certificates of its authorities (RFC 5280), for download. */
export const crl: Service = {
  name: 'crl',
  title: 'مرکز گواهی سلامت — فهرست ابطال (CRL)',
  mount: '/crl',
  schema: '',
  seed: () => {},
  unknownAnswer: unknownRefusal,
  routes: (context) => {
    const router = Router()
    router.get('/issuing.crl', async (_req, res) => {
      const { issuing } = await openAuthorities(context)
      res.type(crlType).send(await writeCrl(context, issuing, allRevoked(context.db)))
    })
    router.get('/root.crl', async (_req, res) => {
      const { root } = await openAuthorities(context)
      res.type(crlType).send(await writeCrl(context, root, []))
    })
    router.get('/issuing.cer', async (_req, res) => {
      const { issuing } = await openAuthorities(context)
      res.type('application/pkix-cert').send(Buffer.from(issuing.certificate.rawData))
    })
    return router
  },
}
