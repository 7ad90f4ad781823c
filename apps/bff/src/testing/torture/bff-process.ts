import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** A stop waits for what is under way, and this long at most. */
const STOPS_WITHIN_MS = 20_000

const MAIN = new URL('../../main.ts', import.meta.url).pathname

/** The product as a process of its own, which may be killed at any instant and comes back at the same address. */
export class BffProcess {
  readonly url: string
  readonly #environment: Record<string, string>
  #child: ChildProcess | null = null
  #isWanted = true
  #ready: Promise<void>
  #kills = 0

  private constructor(port: number, environment: Record<string, string>) {
    this.url = `http://127.0.0.1:${String(port)}`
    this.#environment = { ...environment, PORT: String(port) }
    this.#ready = this.#start()
  }

  static async start(environment: Record<string, string>): Promise<BffProcess> {
    const it = new BffProcess(await freePort(), environment)
    await it.#ready
    return it
  }

  get kills(): number {
    return this.#kills
  }

  /** `kill -9`: nothing is closed, nothing is flushed. It is up again soon. */
  kill(): void {
    this.#kills += 1
    this.#child?.kill('SIGKILL')
  }

  /** When it answers again. */
  back = (): Promise<void> => this.#ready

  async stop(): Promise<void> {
    this.#isWanted = false
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGTERM')
    const patience = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS)
    await gone
    clearTimeout(patience)
  }

  async #start(): Promise<void> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
      env: this.#environment,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child = child
    child.once('exit', () => {
      if (this.#isWanted) this.#ready = this.#start()
    })
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve())
      // Killed before it was up: the next one is already on its way.
      child.once('exit', (code) => (code === null ? resolve(this.#ready) : reject(new Error(`The product ended with ${String(code)}`))))
    })
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('A port was asked for')
  return address.port
}
