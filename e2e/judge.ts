import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The validating proxy, as npx is told of it. It is no dependency of the product, only asked for where it can be had. */
export const judge = ['-y', '@stoplight/prism-cli@5'] as const

/** Reference data that stands beside the repository where the product is built and nowhere else. */
const contract = join(import.meta.dirname, '../../shared/contracts/ihio-3.07.1.openapi.yaml')

/** The insurer's published contract, where it can be enforced here; null elsewhere. */
export function enforceableContract(): string | null {
  if (!existsSync(contract)) return null
  return spawnSync('npx', [...judge, '--version'], { timeout: 60_000 }).status === 0 ? contract : null
}
