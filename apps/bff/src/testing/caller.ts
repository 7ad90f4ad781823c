import { randomUUID } from 'node:crypto'
import { CALL_HEADER, type Endpoint, ONCE_HEADER, type Output, type Typed } from '@noskhe/shared/endpoint'
import { Failure, isFailureCode } from '@noskhe/shared/failure'

/** An answer as it came over the wire. `code` is a refusal's. */
export interface Answer {
  status: number
  headers: Headers
  code: string | null
  body: unknown
}

/** A browser without pages: calls a running BFF by its declarations and keeps its cookie. */
export class Caller {
  readonly #url: string
  #cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  /** @throws Failure as the server refused it. */
  async call<E extends Endpoint>(endpoint: E, input: Typed<E>, onceKey: string = randomUUID()): Promise<Output<E>> {
    const { status, body, code } = await this.send(endpoint, input, { [ONCE_HEADER]: onceKey })
    if (status === 200) return endpoint.output.parse(body) as Output<E>
    throw new Failure(isFailureCode(code) ? code : 'unexpected', (body as Pick<Failure, 'detail'>).detail)
  }

  /** Sends whatever it is given, right or wrong; a header of null is left out. */
  async send(endpoint: Endpoint, input: object, headers: Readonly<Record<string, string | null>> = {}): Promise<Answer> {
    const body = { ...input } as Record<string, unknown>
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = String(body[name])
      delete body[name]
      return encodeURIComponent(value)
    })
    const query = endpoint.method === 'GET' ? `?${new URLSearchParams(body as Record<string, string>).toString()}` : ''
    const sent = {
      'content-type': 'application/json',
      [CALL_HEADER]: 'user',
      ...(this.#cookie && { cookie: this.#cookie }),
      ...(endpoint.once && { [ONCE_HEADER]: randomUUID() }),
      ...headers,
    }
    const response = await fetch(`${this.#url}/api${path}${query}`, {
      method: endpoint.method,
      headers: Object.entries(sent).filter((header): header is [string, string] => header[1] !== null),
      ...(endpoint.method !== 'GET' && { body: JSON.stringify(body) }),
    })
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie
    const answer: unknown = await response.json()
    const code = typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : null
    return { status: response.status, headers: response.headers, code: response.ok ? null : code, body: answer }
  }
}
