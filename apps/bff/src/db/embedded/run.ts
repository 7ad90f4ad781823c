import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export type Ran = { code: number | null; output: string }

/**
 * Runs one of PostgreSQL's programs to its end. `ignore` is for the one that leaves the server behind: the server would
 * inherit our pipes and they would never close.
 */
export function run(program: string, account: Account | null, args: string[], output: 'pipe' | 'ignore' = 'pipe') {
  return new Promise<Ran>((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', stdio: ['ignore', output, output] })
    let text = ''
    const collect = (chunk: Buffer) => (text += chunk.toString())
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output: text.trim() }))
  })
}
