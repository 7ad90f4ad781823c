import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { assertFree, freePort } from './ports.mjs'

test.each(['127.0.0.1', '::'])('a port in use on %s is refused with its number and the variable to change', async (address) => {
  const port = await freePort()
  const server = createServer().listen(port, address)
  await once(server, 'listening')
  try {
    await expect(assertFree(port, 'PORT')).rejects.toThrow(new RegExp(`${port}.*PORT`, 's'))
  } finally {
    server.close()
  }
})

test('a free port passes', async () => {
  await expect(assertFree(await freePort(), 'PORT')).resolves.toBeUndefined()
})
