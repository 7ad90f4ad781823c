import { contracts } from '@noskhe/shared/contracts'
import { type Endpoint, anyFails, onceFails, sessionFails } from '@noskhe/shared/endpoint'
import { type FailureCode, failureStatus } from '@noskhe/shared/failure'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { z } from 'zod'

const Problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), code: z.string(), detail: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Problem', description: 'RFC 9457; `code` is one of those in the description of the answer.' })

const named = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')

const failsOf = (it: Endpoint): FailureCode[] => [
  ...new Set([...it.fails, ...anyFails, ...(it.allow === 'anyone' ? [] : sessionFails), ...(it.once ? onceFails : [])]),
]

function operationOf(name: string, it: Endpoint): ZodOpenApiOperationObject {
  const shape = it.input.shape
  const inPath = named(it.path)
  const rest = Object.fromEntries(Object.entries(shape).filter(([key]) => !inPath.includes(key)))
  const path = z.object(Object.fromEntries(Object.entries(shape).filter(([key]) => inPath.includes(key))))
  const hasRest = Object.keys(rest).length > 0
  const byStatus = Map.groupBy(failsOf(it), (code) => failureStatus[code])
  return {
    operationId: name,
    summary: it.summary,
    description: `May call: ${typeof it.allow === 'string' ? it.allow : it.allow.join(', ')}.`,
    requestParams: { path, ...(it.method === 'GET' && hasRest ? { query: z.object(rest) } : {}) },
    ...(it.method !== 'GET' && hasRest ? { requestBody: { content: { 'application/json': { schema: z.object(rest) } } } } : {}),
    responses: {
      '200': { description: 'OK', content: { 'application/json': { schema: it.output } } },
      ...Object.fromEntries(
        [...byStatus].map(([status, codes]) => [
          String(status),
          {
            description: codes.join(', '),
            content: { 'application/problem+json': { schema: Problem } },
          },
        ]),
      ),
    },
  }
}

/** The OpenAPI 3.1 document of our own API, printed from the declarations that are served. */
export function openApi() {
  const paths: ZodOpenApiPathsObject = {}
  for (const [name, it] of Object.entries(contracts)) {
    const path = `/api${it.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [it.method.toLowerCase()]: operationOf(name, it) }
  }
  return createDocument({ openapi: '3.1.0', info: { title: 'Noskhe', version: '1' }, paths })
}
