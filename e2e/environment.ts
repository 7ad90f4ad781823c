import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enforceableContract } from './judge.ts'

/** One installation of the product that the suite runs against, on ports and a data directory of its own. */
export interface Installation {
  name: string
  /** The command that boots it, from the root of the checkout. */
  command: string
  port: number
  sandboxPort: number
  env: Record<string, string>
  /** Where somebody else writes down what he objects to; the suite wants it empty. */
  objections?: string
}

// The configuration is read again in every worker: the first reading makes the folder, the others find it.
process.env['NOSKHE_E2E_DIR'] ??= mkdtempSync(join(tmpdir(), 'noskhe-e2e-'))
const folder = process.env['NOSKHE_E2E_DIR']

export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Where Debian keeps a PostgreSQL server's programs; null where none is installed. */
export function postgresqlPrograms(): string | null {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return null
  const [newest] = readdirSync(base)
    .filter((version) => existsSync(join(base, version, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))
  return newest ? join(base, newest, 'bin') : null
}

/** Two suites on one machine take different ones. */
const portBase = Number(process.env['E2E_PORT_BASE'] ?? 3100)

const installation = (name: string, command: string, port: number, more: Record<string, string> = {}): Installation => ({
  name,
  command,
  port,
  sandboxPort: port + 1000,
  env: {
    PORT: String(port),
    SANDBOX_PORT: String(port + 1000),
    DATA_DIR: join(folder, name),
    LOG_LEVEL: 'warn',
    ...more,
  },
})

const programs = postgresqlPrograms()

// Found out once; the workers are told.
process.env['NOSKHE_E2E_CONTRACT'] ??= enforceableContract() ?? ''
const contract = process.env['NOSKHE_E2E_CONTRACT']
const objections = join(folder, 'objections.txt')

/**
 * The embedded database always; a PostgreSQL server of the system where one is installed; the insurer's published contract
 * enforced between us and the insurer where that can be had.
 */
const possible: Installation[] = [
  installation('embedded', 'node scripts/start.mjs --quiet', portBase),
  ...(programs ? [installation('postgresql', 'node e2e/start-on-postgresql.ts', portBase + 100, { POSTGRESQL_PROGRAMS: programs })] : []),
  ...(contract
    ? [{ ...installation('judged', 'node e2e/start-behind-judge.ts', portBase + 200, { CONTRACT: contract, OBJECTIONS: objections }), objections }]
    : []),
]

/** All of them, unless fewer are asked for: each boots whether or not its project is run. */
const asked = process.env['E2E_INSTALLATIONS']?.split(',')
export const installations = asked ? possible.filter(({ name }) => asked.includes(name)) : possible
