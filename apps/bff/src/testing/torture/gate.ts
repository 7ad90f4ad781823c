import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** When a call passes the gate: it has come and nobody beyond knows of it; it was carried out there; its answer has been handed on. */
export type Moment = 'before' | 'after' | 'answered'

interface Trap {
  path: RegExp
  moment: Moment
  spring: () => void
}

/**
 * Stands between the product and the national services and hands everything on as it is. A trap springs once, at a moment of the
 * first call whose path it names: what then becomes of the caller is the trap's affair.
 */
export class Gate {
  readonly url: string
  readonly #close: () => Promise<void>
  #trap: Trap | null = null

  private constructor(url: string, close: () => Promise<void>) {
    this.url = url
    this.#close = close
  }

  static async before(service: string): Promise<Gate> {
    const server = createServer((req, res) => void gate.#pass(service, req, res))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const gate = new Gate(`http://127.0.0.1:${String(port)}`, () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    })
    return gate
  }

  close = (): Promise<void> => this.#close()

  set(trap: Trap): void {
    this.#trap = trap
  }

  /** When the trap that was set has sprung. @throws Error where nobody comes by for a minute */
  async sprung(): Promise<void> {
    for (const end = Date.now() + 60_000; this.#trap !== null; await sleep(50)) {
      if (Date.now() > end) throw new Error(`Nobody came by ${String(this.#trap.path)}`)
    }
  }

  #springs(path: string, moment: Moment): boolean {
    const trap = this.#trap
    if (trap === null || trap.moment !== moment || !trap.path.test(path)) return false
    this.#trap = null
    trap.spring()
    return true
  }

  async #pass(service: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = req.url ?? '/'
    if (this.#springs(path, 'before')) return void res.destroy()
    const target = new URL(service)
    const onward = request({ host: target.hostname, port: target.port, path, method: req.method, headers: { ...req.headers, host: target.host } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', () => res.destroy())
      answer.on('end', () => {
        if (this.#springs(path, 'after')) return void res.destroy()
        res.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(chunks), () => this.#springs(path, 'answered'))
      })
    })
    onward.on('error', () => res.destroy())
    // A caller that has gone does not stop what it has asked for.
    req.pipe(onward)
  }
}
