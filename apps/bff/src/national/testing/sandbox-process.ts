import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../../sandbox/src/main.ts', import.meta.url))

export interface SandboxProcess {
  url: string
  stop(): Promise<void>
}

/** The sandbox as it really runs: its own process, on any free port, forgetting everything when it ends. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [main], {
    env: { SANDBOX_PORT: '0', SANDBOX_DATA: ':memory:' },
    // With a channel to us it ends when we do, however we end.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (child.stdout === null) throw new Error('The sandbox cannot be heard')
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill()
    await ended
  }
  const url = await Promise.race([addressIn(child.stdout), ended])
  if (url === undefined) throw new Error('The sandbox ended before it told its address')
  return { url, stop }
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    if (url !== undefined) return url
  }
  return undefined
}
