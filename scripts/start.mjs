import { handOver, scriptPath } from './set-up/hand-over.mjs'
import { prepare } from './set-up/prepare.mjs'
import { beQuiet, runCommand } from './say.mjs'

/** `npm start [-- --quiet]`: from a fresh clone to the running product, with nothing but Node and npm at hand. */
const args = process.argv.slice(2)
if (args.includes('--quiet')) beQuiet()

await runCommand(async () => handOver(await prepare(['generate', 'build']), [scriptPath('launch/main.mjs'), ...args]))
