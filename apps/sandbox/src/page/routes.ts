import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import express, { Router } from 'express'
import type { Request, Response } from 'express'
import type { Frame } from '../frame.ts'
import { callsPage } from './calls.ts'
import { codesPage } from './codes.ts'
import { faultsPage } from './faults-page.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import type { TabPath } from './layout.ts'
import { peoplePage } from './people.ts'
import { phonePage } from './phone.ts'
import { resetPage } from './reset-page.ts'

const fontFolder = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/vazirmatn/index.css'))

/** The sandbox's own pages, and below `/_sandbox` what they are drawn with. */
export function pageRoutes(frame: Frame): Router {
  const router = Router()
  const show = (path: TabPath, body: (req: Request) => Html) =>
    router.get(path, (req: Request, res: Response) => {
      res.set('content-security-policy', `default-src 'self'; frame-ancestors 'none'`)
      res.send(page({ path, body: body(req), faultCount: frame.faults.all().length }))
    })

  router.use('/_sandbox/assets', express.static(join(import.meta.dirname, 'assets')))
  router.use('/_sandbox/font', express.static(fontFolder))
  show('/', (req) => phonePage(frame, text(req, 'to') ?? null))
  show('/calls', (req) => callsPage(frame, { service: text(req, 'service'), path: text(req, 'path') }))
  show('/faults', () => faultsPage(frame))
  show('/people', () => peoplePage(frame))
  show('/codes', (req) => codesPage(frame, text(req, 'find') ?? ''))
  show('/reset', () => resetPage())
  return router
}

/** A query parameter that was filled in. */
function text(req: Request, name: string): string | undefined {
  const value = req.query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
