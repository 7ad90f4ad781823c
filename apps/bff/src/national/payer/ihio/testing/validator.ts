import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** The validator is no dependency of the product: it is asked for where it can be had. */
const prism = ['-y', '@stoplight/prism-cli@5']

/** Why there is none here; null where there is one. */
export const noValidator = (): string | null =>
  spawnSync('npx', [...prism, '--version'], { timeout: 60_000 }).status === 0 ? null : 'the validator cannot be had here'

/**
 * A proxy before `upstream` that checks both directions against a contract: a request that violates it is refused and goes no
 * further, an answer that does is replaced by an error. `said` is all it printed.
 */
export async function givenValidator(contract: string, upstream: string) {
  const port = await freePort()
  // A group of its own, so that the whole of it can be ended: npx starts the validator as its child.
  const proxy = spawn('npx', [...prism, 'proxy', '--errors', '-p', String(port), contract, upstream], { detached: true })
  let said = ''
  await new Promise<void>((done, fail) => {
    const hear = (chunk: unknown) => {
      said += String(chunk)
      if (said.includes('is listening')) done()
    }
    proxy.stdout.on('data', hear)
    proxy.stderr.on('data', hear)
    proxy.once('exit', () => fail(new Error(`The validator ended: ${said}`)))
  })
  return {
    address: `http://127.0.0.1:${port}`,
    said: () => said,
    close: () => void (proxy.pid !== undefined && process.kill(-proxy.pid)),
  }
}
export type Validator = Awaited<ReturnType<typeof givenValidator>>

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
