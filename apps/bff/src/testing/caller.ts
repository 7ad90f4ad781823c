import { randomUUID } from 'node:crypto'
import { CALL_HEADER, type Endpoint, ONCE_HEADER, type Output, type Typed } from '@noskhe/shared/endpoint'
import { Failure, isFailureCode } from '@noskhe/shared/failure'

/** A browser without pages: calls a running BFF by its declarations and keeps its cookie. */
export class Caller {
  readonly #url: string
  #cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  /** @throws Failure as the server refused it. */
  async call<E extends Endpoint>(endpoint: E, input: Typed<E>, onceKey: string = randomUUID()): Promise<Output<E>> {
    const body: Record<string, unknown> = { ...(input as object) }
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = String(body[name])
      delete body[name]
      return encodeURIComponent(value)
    })
    const query = endpoint.method === 'GET' ? `?${new URLSearchParams(body as Record<string, string>).toString()}` : ''
    const response = await fetch(`${this.#url}/api${path}${query}`, {
      method: endpoint.method,
      headers: {
        'content-type': 'application/json',
        [CALL_HEADER]: 'user',
        ...(this.#cookie && { cookie: this.#cookie }),
        ...(endpoint.once && { [ONCE_HEADER]: onceKey }),
      },
      ...(endpoint.method !== 'GET' && { body: JSON.stringify(body) }),
    })
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie
    const answer: unknown = await response.json()
    if (response.ok) return endpoint.output.parse(answer) as Output<E>
    const { code, detail } = answer as { code: string; detail: Failure['detail'] }
    throw new Failure(isFailureCode(code) ? code : 'unexpected', detail)
  }
}
