import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { EmbeddedProblem } from './problem.ts'
import { run } from './run.ts'

export type ClusterOptions = { initdb: string; account: Account | null; home: string; password: string }

/**
 * The cluster folder under `home`, created on first use. It is made beside its place and renamed into it, so that a kill
 * half-way leaves nothing that looks like a cluster.
 */
export async function prepareCluster({ initdb, account, home, password }: ClusterOptions): Promise<string> {
  const cluster = join(home, 'cluster')
  if (existsSync(cluster)) return cluster

  const draft = join(home, 'cluster.new')
  const passwordFile = join(draft, 'password')
  const data = join(draft, 'data')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account) await Promise.all([draft, passwordFile].map((path) => chown(path, account.uid, account.gid)))

  const { code, output } = await run(initdb, account, [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // With the plain C locale Persian letters are no letters, and their trigrams are empty.
    `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--no-instructions',
  ])
  if (code !== 0) throw new EmbeddedProblem('start', home, `initdb failed:\n${output}`)
  await rename(data, cluster)
  await rm(draft, { recursive: true, force: true })
  return cluster
}
