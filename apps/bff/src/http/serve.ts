import {
  type Access,
  CALL_HEADER,
  type Endpoint,
  type Input,
  type Output,
  anyFails,
  onceFails,
  sessionFails,
} from '@noskhe/shared/endpoint'
import { Failure, type FailureCode } from '@noskhe/shared/failure'
import type { Request, Response, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { Actor, ActorAtCentre, Context, Resources } from '../context.ts'
import { answerOnce } from './once.ts'
import { failureOf, sendProblem } from './problem.ts'
import { type SessionKeeper, actorOf, keeperOf } from './session.ts'

/** Beside the context, for use cases of signing in: the session itself and where the call comes from. */
export interface Caller {
  session: SessionKeeper
  ip: string
  agent: string
}

/** A use case behind an endpoint. It may ask for less than it is given. */
export type Handler<E extends Endpoint, C> = (context: C, input: Input<E>) => Promise<Output<E>>

/** Puts contracts and use cases together, remembers what is served, and refuses to serve anything twice. */
export class Server {
  readonly served = new Set<Endpoint>()
  readonly #router: Router
  readonly #resources: Resources

  constructor(router: Router, resources: Resources) {
    this.#router = router
    this.#resources = resources
  }

  /** For endpoints that anyone may call. */
  open<E extends Endpoint>(endpoint: E, handler: Handler<E, Context<null> & Caller>): void {
    this.#serve(endpoint, (req, input) => handler({ ...this.#resources, actor: null, ...callerOf(req) }, input as Input<E>))
  }

  /** For endpoints of whoever is signed in, before or after choosing a centre. */
  signedIn<E extends Endpoint>(endpoint: E, handler: Handler<E, Context<Actor> & Caller>): void {
    this.#serve(endpoint, (req, input, actor) => {
      if (!actor) throw new Failure('session.required')
      return handler({ ...this.#resources, actor, ...callerOf(req) }, input as Input<E>)
    })
  }

  /** For endpoints of a role at a centre. */
  atCentre<E extends Endpoint>(endpoint: E, handler: Handler<E, Context>): void {
    this.#serve(endpoint, (_req, input, actor) => {
      if (!actor) throw new Failure('session.required')
      return handler({ ...this.#resources, actor: withCentre(actor) }, input as Input<E>)
    })
  }

  #serve(endpoint: Endpoint, run: (req: Request, input: unknown, actor: Actor | null) => Promise<unknown>): void {
    if (this.served.has(endpoint)) throw new Error(`${endpoint.method} ${endpoint.path} is served twice`)
    this.served.add(endpoint)
    const { config, db, now } = this.#resources
    const idleMs = config.session.idleMinutes * 60_000

    const answer = async (req: Request, res: Response): Promise<void> => {
      refuseForgery(req, config.publicUrl)
      const at = now()
      // Who signs in anew is not kept out by the session that ended.
      const actor = endpoint.allow === 'anyone' ? null : actorOf(req, { idleMs, now: at.getTime(), isUser: req.get(CALL_HEADER) === 'user' })
      admit(endpoint.allow, actor)
      const input = parseInput(endpoint, req)
      const work = async () => JSON.stringify(endpoint.output.parse(await run(req, input, actor)))
      const { status, body } =
        endpoint.once && actor ? await answerOnce({ db, req, personId: actor.personId, now: at }, work) : { status: 200, body: await work() }
      res.status(status).type(status === 200 ? 'application/json' : 'application/problem+json').send(body)
    }

    const handlers = [...limiterOf(endpoint), async (req: Request, res: Response) => {
      try {
        await answer(req, res)
      } catch (error) {
        const failure = declared(endpoint, failureOf(error))
        if (failure.code === 'unexpected') req.log.error({ err: failure.cause }, `${endpoint.method} ${endpoint.path}`)
        sendProblem(res, failure)
      }
    }]
    const verb = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'
    this.#router[verb](endpoint.path, ...handlers)
  }
}

const callerOf = (req: Request): Caller => ({ session: keeperOf(req), ip: req.ip ?? '', agent: req.get('user-agent') ?? '' })

const withCentre = (actor: Actor): ActorAtCentre => {
  if (!actor.at) throw new Failure('session.centre-required')
  return { ...actor, at: actor.at }
}

/** Who may call: throws `session.required`, `session.centre-required` or `role.forbidden`. */
export function admit(allow: Access, actor: Actor | null): void {
  if (allow === 'anyone') return
  if (!actor) throw new Failure('session.required')
  if (allow === 'signed-in') return
  if (!actor.at) throw new Failure('session.centre-required')
  if (!allow.includes(actor.at.role)) throw new Failure('role.forbidden')
}

/** A change must carry our header, and come from our own pages where the browser tells. */
function refuseForgery(req: Request, publicUrl: string): void {
  if (req.method === 'GET') return
  const origin = req.get('origin')
  if (!req.get(CALL_HEADER) || (origin !== undefined && origin !== publicUrl)) throw new Failure('request.forged')
}

function parseInput(endpoint: Endpoint, req: Request): unknown {
  const body = typeof req.body === 'object' && req.body !== null ? (req.body as object) : {}
  const parsed = endpoint.input.safeParse({ ...req.query, ...body, ...req.params })
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Failure('request.invalid', { fields })
}

/** A refusal that the endpoint does not declare is a bug of ours, and is answered as one. */
function declared(endpoint: Endpoint, failure: Failure): Failure {
  const may: readonly FailureCode[] = [
    ...endpoint.fails,
    ...anyFails,
    ...(endpoint.allow === 'anyone' ? [] : sessionFails),
    ...(endpoint.once ? onceFails : []),
  ]
  return may.includes(failure.code) ? failure : new Failure('unexpected', {}, { cause: failure })
}

function limiterOf(endpoint: Endpoint) {
  if (endpoint.perMinute === undefined) return []
  return [
    rateLimit({
      windowMs: 60_000,
      limit: endpoint.perMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      ...(endpoint.allow === 'anyone' ? {} : { keyGenerator: (req: Request) => req.session.signedIn?.person.personId ?? 'nobody' }),
      handler: (_req, res) => sendProblem(res, new Failure('rate.limited')),
    }),
  ]
}
