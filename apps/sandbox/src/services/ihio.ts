import { Router } from 'express'
import type { Request, Response } from 'express'
import type * as z from 'zod'
import { operations } from '@noskhe/national-wire/ihio'
import type { OperationName } from '@noskhe/national-wire/ihio'
import { ensureCatalogue } from '../catalogue/store.ts'
import { transaction } from '../database.ts'
import type { SandboxContext, Service } from '../service.ts'
import { accountEndpoints } from './ihio/accounts.ts'
import { Refusal } from './ihio/call.ts'
import type { Call, Endpoint, Endpoints } from './ihio/call.ts'
import { counterEndpoints } from './ihio/counter.ts'
import { deliveryEndpoints, lapseUnconfirmed } from './ihio/deliveries.ts'
import { deliveryCheckEndpoints } from './ihio/delivery-checks.ts'
import { fetchEndpoints } from './ihio/fetches.ts'
import { orderEndpoints } from './ihio/orders.ts'
import { packEndpoints } from './ihio/packs.ts'
import { paperCheckEndpoints } from './ihio/paper-checks.ts'
import { paperDeliveryEndpoints } from './ihio/paper-deliveries.ts'
import { paperEndpoints } from './ihio/papers.ts'
import { partnerEndpoints } from './ihio/partners.ts'
import { printEndpoints } from './ihio/prints.ts'
import { productEndpoints } from './ihio/products.ts'
import { referralEndpoints } from './ihio/referrals.ts'
import { ihioSchema } from './ihio/schema.ts'
import { seedIhio } from './ihio/seed.ts'
import { serviceEndpoints } from './ihio/services.ts'
import { requireToken, sessionEndpoints } from './ihio/sessions.ts'
import { visitEndpoints } from './ihio/visits.ts'

const endpoints: Endpoints<OperationName> = {
  ...sessionEndpoints,
  ...visitEndpoints,
  ...productEndpoints,
  ...serviceEndpoints,
  ...orderEndpoints,
  ...referralEndpoints,
  ...fetchEndpoints,
  ...deliveryCheckEndpoints,
  ...packEndpoints,
  ...deliveryEndpoints,
  ...paperEndpoints,
  ...paperCheckEndpoints,
  ...paperDeliveryEndpoints,
  ...counterEndpoints,
  ...accountEndpoints,
  ...partnerEndpoints,
  ...printEndpoints,
}

/** The insurer Salamat as its e-prescription API 3.07.1 shows it; see `docs/national-services/ihio.md`. */
export const ihio: Service = {
  name: 'ihio',
  title: 'بیمهٔ سلامت (IHIO)',
  mount: '/service',
  schema: ihioSchema,
  seed(context) {
    ensureCatalogue(context.db)
    seedIhio(context)
  },
  unknownAnswer: { instead: () => ({ resCode: -99871, resMessage: 'کد ۹۹۸۷۱-' }) },
  routes(context) {
    const router = Router()
    for (const name of operationNames) router.post(`/${name}`, answering(context, name))
    return router
  },
}

const operationNames = Object.keys(endpoints) as OperationName[]

interface Answer {
  resCode: number
  resMessage: string
  info?: unknown
}

/** Every answer is an HTTP 200; success and refusal are told by `resCode`. */
const answering = <N extends OperationName>(context: SandboxContext, name: N) => (req: Request, res: Response) => {
  const call: Call = { db: context.db, now: context.now(), token: req.get('token') }
  try {
    res.json(run(call, name, req.body))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    res.json({ resCode: error.code, resMessage: error.message, ...(error.info !== undefined && { info: error.info }) })
  }
}

function run<N extends OperationName>(call: Call, name: N, body: unknown): Answer {
  const endpoint: Endpoint<N> = endpoints[name]
  transaction(call.db, () => lapseUnconfirmed(call.db, call.now))
  if (name !== 'auth/token/fetch') requireToken(call)
  const parsed = operations[name].request.safeParse(body)
  if (!parsed.success) throw new Refusal(endpoint.invalid, `مشخصات ورودی معتبر نیست: ${parsed.error.issues.map((it) => it.path.join('.')).join('، ')}`)
  // The compiler does not see that schema and endpoint of one name belong together.
  const read = parsed.data as z.output<(typeof operations)[N]['request']>
  const info = transaction(call.db, () => endpoint.run(call, read))
  return { resCode: endpoint.success ?? 1, resMessage: 'عملیات با موفقیت انجام شد', ...(info !== undefined && { info }) }
}
