import { contracts } from '@noskhe/shared/contracts'
import { Failure } from '@noskhe/shared/failure'
import express, { type Express } from 'express'
import helmet from 'helmet'
import { pinoHttp } from 'pino-http'
import type { Resources } from './context.ts'
import { routes as auth } from './features/auth/index.ts'
import { routes as billing } from './features/billing/index.ts'
import { routes as centres } from './features/centres/index.ts'
import { routes as charts } from './features/charts/index.ts'
import { routes as claims } from './features/claims/index.ts'
import { routes as dispensing } from './features/dispensing/index.ts'
import { routes as favourites } from './features/favourites/index.ts'
import { routes as evidence } from './features/evidence/index.ts'
import { routes as patients } from './features/patients/index.ts'
import { routes as prescriptions } from './features/prescriptions/index.ts'
import { routes as record } from './features/record/index.ts'
import { routes as referrals } from './features/referrals/index.ts'
import { routes as rules } from './features/rules/index.ts'
import { routes as signing } from './features/signing/index.ts'
import { routes as status } from './features/status/index.ts'
import { routes as terminology } from './features/terminology/index.ts'
import { openApi } from './http/openapi.ts'
import { problemHandler } from './http/problem.ts'
import { Server } from './http/serve.ts'
import { sessions } from './http/session-store.ts'
import { webApplication } from './http/web-application.ts'
import { describeError } from './log.ts'

/** The table of contents: what the process answers, and in which order it looks at a request. */
export function createApp(resources: Resources): { app: Express; close: () => Promise<void> } {
  const { config, log } = resources
  const app = express()
  app.set('trust proxy', 'loopback')
  app.disable('x-powered-by')
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: config.publicUrl.startsWith('https:'),
    }),
  )
  app.use(
    pinoHttp({
      logger: log,
      // Neither addresses' queries nor bodies nor headers are logged: they hold codes of patients and secrets.
      serializers: {
        req: (req: { method: string; url: string }) => ({ method: req.method, path: req.url.split('?')[0] }),
        res: (res: { statusCode: number }) => ({ status: res.statusCode }),
        err: ({ raw }: { raw: Error }) => describeError(raw),
      },
      autoLogging: { ignore: (req) => !req.url?.startsWith('/api/') },
    }),
  )

  const api = express.Router()
  const store = sessions(config)
  api.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  api.get('/health', (_req, res) => {
    res.json({ healthy: true })
  })
  const document = openApi()
  api.get('/openapi.json', (_req, res) => {
    res.json(document)
  })
  api.use(express.json({ limit: '256kb' }), store.middleware)

  const server = new Server(api, resources)
  for (const routes of [auth, centres, patients, charts, terminology, prescriptions, referrals, favourites, rules, signing, evidence, dispensing, claims, billing, record, status]) routes(server)
  const forgotten = Object.entries(contracts).filter(([, endpoint]) => !server.served.has(endpoint))
  if (forgotten.length > 0) throw new Error(`Declared but not served: ${forgotten.map(([name]) => name).join(', ')}`)

  api.use(() => {
    throw new Failure('not-found')
  })
  const { client } = config.clinicalRules
  if (client) {
    app.get('/.well-known/jwks.json', (_req, res) => {
      res.set('Cache-Control', 'public, max-age=300').json({ keys: [client.publicJwk] })
    })
  }
  app.use('/api', api)
  if (config.webDist) app.use(webApplication(config.webDist))
  app.use(problemHandler)
  return { app, close: store.close }
}
