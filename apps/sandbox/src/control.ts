import express, { Router } from 'express'
import * as z from 'zod'
import { CatalogueChange } from './catalogue/code.ts'
import { publishChange } from './catalogue/releases.ts'
import { Fault } from './fault.ts'
import type { Frame } from './frame.ts'
import { openAuthorities } from './health-ca/authority.ts'
import { conditions, setCondition } from './health-ca/members.ts'
import { LicenceChange } from './licence.ts'
import { demoPeople } from './demo-people.ts'
import { allServices } from './services/all.ts'
import { changeCouncilLicence } from './services/council-registry.ts'
import { answerSignatureRequest, signatureRequests } from './services/mobile-signature.ts'
import { changeCentreLicence } from './services/siam.ts'
import { messagesTo } from './services/sms.ts'

const CertificateChange = z.object({ condition: z.enum(conditions) })
const MessagesQuery = z.object({ to: z.string().optional() })
const JournalQuery = z.object({ service: z.string().optional(), path: z.string().optional(), limit: z.coerce.number().int().positive().optional() })

/** The sandbox's own interface, for tests and for its page: what a person does there with a mouse. */
export function controlRoutes(frame: Frame): Router {
  const { db, now, journal, faults, changes, reset } = frame
  const router = Router()
  router.use(express.json())

  router.get('/people', (_req, res) => void res.json(demoPeople(db, now())))
  router.get('/messages', (req, res) => void res.json({ messages: messagesTo(db, MessagesQuery.parse(req.query).to ?? null) }))

  router.get('/journal', (req, res) => void res.json({ calls: journal.calls(JournalQuery.parse(req.query)) }))
  router.delete('/journal', (_req, res) => {
    journal.clear()
    res.sendStatus(204)
  })

  router.get('/faults', (_req, res) => void res.json({ faults: faults.all(), services: allServices.map(({ name, title }) => ({ name, title })) }))
  router.put('/faults/:service', (req, res) => {
    const fault = Fault.safeParse(req.body)
    if (!allServices.some((it) => it.name === req.params.service)) return void res.sendStatus(404)
    if (!fault.success) return void res.status(400).json({ issues: fault.error.issues })
    faults.set(req.params.service, fault.data)
    changes.tell()
    res.sendStatus(204)
  })
  router.delete('/faults/:service', (req, res) => {
    faults.clear(req.params.service)
    changes.tell()
    res.sendStatus(204)
  })

  router.get('/signature-requests', (_req, res) => void res.json({ requests: signatureRequests(db, now()) }))
  for (const answer of ['approve', 'decline'] as const) {
    router.post(`/signature-requests/:id/${answer}`, async (req, res) => {
      const isDone = await answerSignatureRequest(frame, req.params.id ?? '', answer)
      changes.tell()
      res.sendStatus(isDone ? 204 : 409)
    })
  }

  router.get('/health-ca/root.pem', async (_req, res) => void res.type('application/x-pem-file').send((await openAuthorities(frame)).root.certificate.toString('pem')))
  router.put('/health-ca/:nationalCode/certificate', async (req, res) => {
    const change = CertificateChange.safeParse(req.body)
    if (!change.success) return void res.status(400).json({ issues: change.error.issues })
    res.sendStatus((await setCondition(frame, req.params.nationalCode, change.data.condition)) ? 204 : 404)
    changes.tell()
  })

  router.put('/council/:councilNumber/licence', (req, res) => {
    const change = LicenceChange.safeParse(req.body)
    if (!change.success) return void res.status(400).json({ issues: change.error.issues })
    res.sendStatus(changeCouncilLicence(db, req.params.councilNumber, change.data) ? 204 : 404)
    changes.tell()
  })
  router.put('/siam/:siamId/licence', (req, res) => {
    const change = LicenceChange.safeParse(req.body)
    if (!change.success) return void res.status(400).json({ issues: change.error.issues })
    res.sendStatus(changeCentreLicence(db, req.params.siamId, change.data) ? 204 : 404)
    changes.tell()
  })

  router.put('/mksa/codes/:list/:code', (req, res) => {
    const change = CatalogueChange.safeParse({ ...req.body, ...req.params })
    if (!change.success) return void res.status(400).json({ issues: change.error.issues })
    const release = publishChange(db, change.data, now())
    if (release === null) return void res.sendStatus(404)
    res.json({ release })
    changes.tell()
  })

  router.post('/reset', (_req, res) => {
    reset()
    res.sendStatus(204)
  })

  router.get('/events', (req, res) => {
    res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders()
    res.write('retry: 1000\n\n')
    req.on('close', changes.listen(() => res.write('event: change\ndata: \n\n')))
  })
  return router
}
