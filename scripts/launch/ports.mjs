import { createServer } from 'node:net'
import { Stop } from '../say.mjs'

/** @param {number} port @param {string} variable the one to change */
export async function assertFree(port, variable) {
  const addresses = ['127.0.0.1', undefined]
  for (const address of addresses) {
    if ((await listenOnce(port, address)) === null) {
      throw new Stop(`درگاه ${port} در دست برنامهٔ دیگری است؛ آن را ببندید یا شمارهٔ دیگری را در متغیر ${variable} بنویسید.`)
    }
  }
}

export async function freePort() {
  return /** @type {number} */ (await listenOnce(0, '127.0.0.1'))
}

/**
 * Opens and closes a port (0: any).
 * @param {number} port
 * @param {string | undefined} address undefined: every one of this machine
 * @returns {Promise<number | null>} which it was; null when it is taken
 */
function listenOnce(port, address) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else if (error.code === 'EACCES') reject(new Stop(`برای گشودن درگاه ${port} اجازه نیست؛ درگاهی بالاتر از ۱۰۲۴ برگزینید.`))
      else reject(error)
    })
    server.listen(port, address, () => {
      const bound = server.address()
      server.close(() => resolve(bound && typeof bound === 'object' ? bound.port : null))
    })
  })
}
