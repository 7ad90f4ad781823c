import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The sandbox as its launcher starts it. */
function launch(port: number) {
  const child = fork(join(import.meta.dirname, 'main.ts'), { env: { SANDBOX_PORT: String(port), SANDBOX_DATA: ':memory:' }, silent: true, execArgv: [] })
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const isReady = async () => {
    while (!said.out.includes('http://')) await once(child.stdout ?? child, 'data')
  }
  const exitCode = once(child, 'exit').then(([code]) => code as number | null)
  return { child, said, isReady, exitCode }
}

test('it stops when its launcher dies', async () => {
  const { child, isReady, exitCode } = launch(0)
  await isReady()
  child.disconnect()
  expect(await exitCode).toBe(0)
})

test.each(['SIGINT', 'SIGTERM'] as const)('it stops on %s', async (signal) => {
  const { child, isReady, exitCode } = launch(0)
  await isReady()
  child.kill(signal)
  expect(await exitCode).toBe(0)
})

test('a taken port is one clear sentence, not a stack', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { said, exitCode } = launch(port)
  expect(await exitCode).toBe(1)
  expect(said.err).toBe(`درگاه ${port} را برنامهٔ دیگری گرفته است؛ آن را ببندید یا SANDBOX_PORT را تغییر دهید.\n`)
  other.close()
})
