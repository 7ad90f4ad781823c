import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'

/** What `file` holds; made and written, for our eyes only, when there is none. */
export async function remembered(file: string, make: () => string | Promise<string>): Promise<string> {
  if (existsSync(file)) return readFile(file, 'utf8')
  const value = await make()
  await writeFile(file, value, { mode: 0o600 })
  return value
}

/** The port of the last start, or a new free one where somebody else has taken it meanwhile. */
export async function rememberedPort(file: string): Promise<number> {
  const port = Number(await remembered(file, async () => String(await listenOnce(0))))
  const isFree = await listenOnce(port).then(() => true, () => false)
  if (isFree) return port
  await rm(file)
  return rememberedPort(file)
}

/** Opens and closes `port` on 127.0.0.1 (0: any) and tells which it was; rejects when it is taken. */
function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
