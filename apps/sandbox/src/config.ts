import { join } from 'node:path'
import * as z from 'zod'

const Environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  DATA_DIR: z.string().min(1).default('.data'),
  /** The sandbox's database file. */
  SANDBOX_DATA: z.string().min(1).optional(),
})

export interface SandboxConfig {
  port: number
  dataFile: string
}

/** Reads the environment; the only reader of it in this process. @throws ZodError naming every bad variable. */
export function readConfig(): SandboxConfig {
  const it = Environment.parse(process.env)
  return { port: it.SANDBOX_PORT, dataFile: it.SANDBOX_DATA ?? join(it.DATA_DIR, 'sandbox/national.db') }
}
