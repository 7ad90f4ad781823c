import { CALL_HEADER, type Endpoint, ONCE_HEADER, type Output, type Typed } from '@noskhe/shared/endpoint'
import { Failure, isFailureCode } from '@noskhe/shared/failure'
import { queryOptions } from '@tanstack/react-query'

/** The network did not carry the call or its answer: nothing is known of the outcome. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

interface Options {
  /** Polling does not prolong the session. */
  isBackground?: boolean
  /** The same for every repeat of one intention; made here when it is not given. */
  onceKey?: string
  signal?: AbortSignal
}

type Values = Record<string, unknown>
/** What an address can hold. */
type InAddress = string | number | boolean

/** Takes the values that the path names out of the input and writes the rest as a query (GET) or leaves it as the body. */
function addressOf(endpoint: Endpoint, input: Values): { address: string; body: Values } {
  const body = { ...input }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = body[name]
    delete body[name]
    return encodeURIComponent(String(value))
  })
  if (endpoint.method !== 'GET') return { address: `/api${path}`, body }
  const given = Object.entries(body).filter(([, value]) => value !== undefined && value !== null)
  const query = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value as InAddress)]))
  return { address: `/api${path}${query.size > 0 ? `?${query}` : ''}`, body: {} }
}

/**
 * Calls an endpoint by its declaration.
 * @throws Failure with the server's code; `Unreachable` when there was no answer.
 */
export async function call<E extends Endpoint>(endpoint: E, input: Typed<E>, options: Options = {}): Promise<Output<E>> {
  const { address, body } = addressOf(endpoint, input)
  const headers: Record<string, string> = { [CALL_HEADER]: options.isBackground ? 'background' : 'user' }
  if (endpoint.method !== 'GET') headers['Content-Type'] = 'application/json'
  if (endpoint.once) headers[ONCE_HEADER] = options.onceKey ?? crypto.randomUUID()
  const response = await fetch(address, {
    method: endpoint.method,
    headers,
    ...(endpoint.method === 'GET' ? {} : { body: JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw new Unreachable('unreachable', { cause: error })
  })
  const answer: unknown = await response.json().catch((error: unknown) => {
    throw new Unreachable('unreadable', { cause: error })
  })
  if (response.ok) return endpoint.output.parse(answer) as Output<E>
  throw failureFrom(answer)
}

function failureFrom(answer: unknown): Failure {
  const problem = typeof answer === 'object' && answer !== null ? answer : {}
  const code = 'code' in problem && isFailureCode(problem.code) ? problem.code : 'unexpected'
  const detail = 'detail' in problem && typeof problem.detail === 'object' && problem.detail !== null ? problem.detail : {}
  return new Failure(code, detail as Failure['detail'])
}

/** Query options for an endpoint that only reads; the key is the endpoint and its input. */
export const queryOf = <E extends Endpoint>(endpoint: E, input: Typed<E>, options: { isBackground?: boolean } = {}) =>
  queryOptions({
    queryKey: [endpoint.method, endpoint.path, input] as const,
    queryFn: ({ signal }) => call(endpoint, input, { ...options, signal }),
  })
