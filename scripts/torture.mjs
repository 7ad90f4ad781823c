import { handOver, scriptPath } from './set-up/hand-over.mjs'
import { prepare } from './set-up/prepare.mjs'
import { runCommand } from './say.mjs'

/**
 * `npm run torture`: kills, faults and races against a whole installation, then everything that was told, kept and told on is
 * compared. `npm run torture -- 5` makes of each stroke five times what `npm test` does.
 */
await runCommand(async () => handOver(await prepare(['generate']), [scriptPath('torture/main.mjs'), ...process.argv.slice(2)]))
