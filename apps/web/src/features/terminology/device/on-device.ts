import type { CodeKind } from '@noskhe/shared/terminology/code'
import type { Answered, Asked } from './messages.ts'

type Asking = Asked extends infer Each ? (Each extends Asked ? Omit<Each, 'id'> : never) : never

let worker: Worker | null = null
let last = 0
const waiting = new Map<number, (found: Answered['found']) => void>()
let keptRelease = ''

/** Its code is fetched with the first question, never with the page. */
function ask(asking: Asking): Promise<Answered['found']> {
  if (typeof Worker === 'undefined') return Promise.resolve(null)
  worker ??= open()
  const id = ++last
  const answer = new Promise<Answered['found']>((resolve) => waiting.set(id, resolve))
  worker.postMessage({ ...asking, id } satisfies Asked)
  return answer
}

function open(): Worker {
  const opened = new Worker(new URL('code-index.worker.ts', import.meta.url), { type: 'module' })
  opened.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.id)?.(data.found)
    waiting.delete(data.id)
  })
  // Its code could not be fetched: nobody waits for it, and the next question tries again.
  opened.addEventListener('error', () => {
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
    worker = null
  })
  return opened
}

/** Keeps the lists of this release on the device, in the background; once a release and page. */
export function keepOnDevice(release: string): void {
  if (keptRelease === release) return
  keptRelease = release
  void ask({ do: 'keep', release })
}

/** The server's search by the lists of this device; null where it keeps none. */
export const searchOnDevice = (query: string, kinds: readonly CodeKind[], limit: number): Promise<Answered['found']> =>
  ask({ do: 'search', query, kinds, limit })
