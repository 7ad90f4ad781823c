import { handOver, scriptPath } from './set-up/hand-over.mjs'
import { prepare } from './set-up/prepare.mjs'
import { runCommand } from './say.mjs'

/**
 * `npm run bench`: measures what is held to a budget (`*.bench.ts`) beside something in the same run, prints the table and
 * fails where a budget is missed. `npm run bench -- search` runs only the files whose path has these letters.
 */
await runCommand(async () => handOver(await prepare(['generate']), [scriptPath('bench/main.mjs'), ...process.argv.slice(2)]))
