import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { execute, urlOf } from './database.ts'

/** One server and one migrated template for the whole run: every test file then copies it in a moment. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await (givenServer() ?? throwAwayServer())
  const template = `template_${randomUUID().replaceAll('-', '')}`
  await execute(server.url, `CREATE DATABASE ${template}`)
  await migrate(urlOf(server.url, template))
  project.provide('testServer', { adminUrl: server.url, template })

  return async () => {
    await execute(server.url, `DROP DATABASE ${template} WITH (FORCE)`)
    await server.close()
  }
}

/** The tests create and drop databases of their own on it and touch no other. */
function givenServer() {
  const url = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  return url ? { url, close: () => Promise.resolve() } : null
}

async function throwAwayServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'noskhe-test-'))
  await chmod(dataDir, 0o711) // mkdtemp's 0700 would lock out the account that root lends the server
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const server = await startEmbedded({ dataDir, settings })
  return {
    url: server.url,
    close: async () => {
      await server.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
