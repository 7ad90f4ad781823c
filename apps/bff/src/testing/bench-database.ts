import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'

/** A migrated database for one bench, on a server of its own that keeps what it commits, as in production. */
export async function benchDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'noskhe-bench-'))
  await chmod(dataDir, 0o711) // mkdtemp's 0700 would lock out the account that root lends the server
  const server = await startEmbedded({ dataDir })
  await migrate(server.url)
  return {
    url: server.url,
    close: async () => {
      await server.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
