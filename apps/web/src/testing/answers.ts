import { anyFails, type Endpoint, type Output, sessionFails, type Typed } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import { afterEach, vi } from 'vitest'

/** What a stubbed endpoint answers: what its contract says, a refusal it declares, or nothing at all. */
type Answer<E extends Endpoint> = Output<E> | Failure | 'unreachable'

export interface Asked {
  endpoint: Endpoint
  input: Record<string, unknown>
  headers: Headers
}

interface Stub {
  endpoint: Endpoint
  answer: (input: Record<string, unknown>) => unknown
}

/**
 * The server as a screen sees it, stubbed at the network by contract: an answer that the contract does not allow, or a call that
 * nobody expected, fails the test.
 */
export class Answers {
  readonly asked: Asked[] = []
  #stubs: Stub[] = []

  constructor() {
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => this.#answer(address, init))
  }

  /** The last answer given for an endpoint counts. */
  on<E extends Endpoint>(endpoint: E, answer: Answer<E> | ((input: Typed<E>) => Answer<E> | Promise<Answer<E>>)): this {
    const give = typeof answer === 'function' ? (answer as Stub['answer']) : () => answer
    this.#stubs = [{ endpoint, answer: give }, ...this.#stubs]
    return this
  }

  inputsOf = (endpoint: Endpoint): Record<string, unknown>[] => this.asked.filter((it) => it.endpoint === endpoint).map((it) => it.input)

  async #answer(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address, 'http://localhost')
    for (const { endpoint, answer } of this.#stubs) {
      const named = init.method === endpoint.method ? namedIn(endpoint.path, url.pathname) : null
      if (!named) continue
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as object) : {}
      const input = { ...Object.fromEntries(url.searchParams), ...body, ...named }
      this.asked.push({ endpoint, input, headers: new Headers(init.headers) })
      return responseTo(endpoint, await answer(input))
    }
    throw new Error(`Nobody answers ${init.method} ${url.pathname}`)
  }
}

function namedIn(path: string, pathname: string): Record<string, string> | null {
  const match = new RegExp(`^/api${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(pathname)
  return match && { ...match.groups }
}

function responseTo(endpoint: Endpoint, answer: unknown): Response {
  if (answer === 'unreachable') throw new TypeError('Failed to fetch')
  if (!(answer instanceof Failure)) return Response.json(endpoint.output.parse(answer))
  const may: readonly string[] = [...endpoint.fails, ...anyFails, ...(endpoint.allow === 'anyone' ? [] : sessionFails)]
  if (!may.includes(answer.code)) throw new Error(`${endpoint.path} does not declare ${answer.code}`)
  return Response.json({ code: answer.code, detail: answer.detail }, { status: answer.status })
}

afterEach(() => void vi.unstubAllGlobals())
