import { join } from 'node:path'
import * as z from 'zod'

const Environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  DATA_DIR: z.string().min(1).default('.data'),
  /** The sandbox's database file. */
  SANDBOX_DATA: z.string().min(1).optional(),
  /** `issuer=address of its keys`, with commas between them. */
  SANDBOX_CDS_CLIENTS: z.string().default('').transform(clientsIn),
})

export interface SandboxConfig {
  port: number
  dataFile: string
  cdsClients: ReadonlyMap<string, string>
}

/** Reads the environment; the only reader of it in this process. @throws ZodError naming every bad variable. */
export function readConfig(): SandboxConfig {
  const it = Environment.parse(process.env)
  return { port: it.SANDBOX_PORT, dataFile: it.SANDBOX_DATA ?? join(it.DATA_DIR, 'sandbox/national.db'), cdsClients: it.SANDBOX_CDS_CLIENTS }
}

function clientsIn(text: string): Map<string, string> {
  const pairs = text.split(',').flatMap((pair) => /^\s*([^=\s]+)=(\S+)\s*$/.exec(pair)?.slice(1) ?? [])
  return new Map(pairs.flatMap((issuer, at) => (at % 2 === 0 ? [[issuer, pairs[at + 1] ?? ''] as const] : [])))
}
