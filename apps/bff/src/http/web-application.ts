import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'

/** Serves the built web application: hashed assets for ever, the page itself always fresh, every other address the page. */
export function webApplication(dist: string): RequestHandler {
  const router = Router()
  router.use('/assets', express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  router.use(express.static(dist, { index: false, maxAge: '1h' }))
  router.use((req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    res.set('Cache-Control', 'no-cache').sendFile(join(dist, 'index.html'))
  })
  return router
}
