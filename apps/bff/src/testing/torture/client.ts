import { randomUUID } from 'node:crypto'
import { type Endpoint, ONCE_HEADER, type Output, type Typed } from '@noskhe/shared/endpoint'
import { Failure, isFailureCode } from '@noskhe/shared/failure'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Caller } from '../caller.ts'

/** What a client was told, in the order in which it was told. */
export interface Told {
  endpoint: string
  onceKey: string
  input: object
  status: number
  /** The body, byte for byte as JSON was read. */
  body: string
}

/** A call whose process died is taken up again after a minute; what it told is asked for by then (`db/answered-calls.ts`). */
const GIVE_UP_MS = 300_000
const AGAIN_MS = 150

/** Refusals that say "soon": the same call is under way, or the product has just come up. */
const passing: readonly string[] = ['request.in-progress', 'terminology.not-loaded']

/**
 * A browser that does not give up: where no answer comes it asks the same thing again under the same key, as ours does. Everything
 * that it was told goes into the history.
 */
export class Client {
  readonly history: Told[] = []
  readonly #caller: Caller

  constructor(caller: Caller) {
    this.#caller = caller
  }

  /** @throws Failure as the product refused it; Error where no answer came for five minutes */
  async ask<E extends Endpoint>(endpoint: E, input: Typed<E>, onceKey: string = randomUUID()): Promise<Output<E>> {
    const until = Date.now() + GIVE_UP_MS
    for (;;) {
      const answer = await this.#caller.send(endpoint, input, { [ONCE_HEADER]: onceKey }).catch((error: unknown) => {
        if (Date.now() > until) throw error
        return null
      })
      if (answer !== null && !passing.includes(answer.code ?? '')) {
        this.history.push({ endpoint: endpoint.path, onceKey, input, status: answer.status, body: JSON.stringify(answer.body) })
        if (answer.status === 200) return endpoint.output.parse(answer.body) as Output<E>
        throw new Failure(isFailureCode(answer.code) ? answer.code : 'unexpected')
      }
      if (Date.now() > until) throw new Error(`${endpoint.path} is still under way`)
      await sleep(AGAIN_MS)
    }
  }
}
