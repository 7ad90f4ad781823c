import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { Worker } from 'node:worker_threads'
import { atMost, interleaved, percentile, type Verdict } from '@noskhe/shared/testing/measure'
import { syntheticEntries } from '@noskhe/shared/terminology/testing/synthetic-codes'
import { benchDatabase } from '../../testing/bench-database.ts'
import type { Served } from './testing/search-server.ts'

const CLIENTS = 16
const CALLS_EACH = 150

/** P3: a search with its session, its roles and its checks, beside an Express application that says hello. */
export default async function benchSearchOverHttp(): Promise<Verdict[]> {
  const database = await benchDatabase()
  const search = await serve(database.url)
  const hello = await serve(null)
  const typed = syntheticEntries(30_000).filter((_, at) => at % 97 === 0).map(({ names, strength }, at) => `${names[at % 2]?.slice(0, 3 + (at % 5))} ${strength}`)
  const searchPath = (call: number) => `/api/terminology/codes?query=${encodeURIComponent(typed[call % typed.length] ?? '')}`
  try {
    const p99 = await interleaved({
      ours: () => p99Of(search, searchPath),
      hello: () => p99Of(hello, () => '/'),
    })
    return [atMost({ id: 'P3', what: `search over HTTP, p99 at ${CLIENTS} clients, beside Express hello`, ours: p99.ours, theirs: p99.hello, unit: 'ms', ratio: 2 })]
  } finally {
    await Promise.all([search.stop(), hello.stop()])
    await database.close()
  }
}

/** Each application in a thread of its own, so that the clients' work is not counted as the server's. */
async function serve(databaseUrl: string | null): Promise<Served & { stop: () => Promise<unknown> }> {
  const worker = new Worker(new URL('testing/search-server.ts', import.meta.url), { workerData: { databaseUrl } })
  const [served] = (await once(worker, 'message')) as [Served]
  return { ...served, stop: () => worker.terminate() }
}

/** The 99th percentile of all calls, in milliseconds, of clients that call again as soon as they are answered. */
async function p99Of({ url, cookie }: Served, pathOf: (call: number) => string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  const times: number[] = []
  const client = async (_: unknown, number: number) => {
    for (let call = 0; call < CALLS_EACH; call += 1) {
      const start = performance.now()
      await answered(url + pathOf(number * CALLS_EACH + call), cookie, agent)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  agent.destroy()
  return percentile(times, 0.99)
}

const answered = (url: string, cookie: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`))
      response.resume().on('end', resolve).on('error', reject)
    }).on('error', reject)
  })
