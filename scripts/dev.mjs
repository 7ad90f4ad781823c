import { handOver, scriptPath } from './set-up/hand-over.mjs'
import { prepare } from './set-up/prepare.mjs'
import { runCommand } from './say.mjs'

/** `npm run dev`: as `npm start`, but every saved change shows at once. */
await runCommand(async () => handOver(await prepare(['generate']), [scriptPath('launch/main.mjs'), '--watch']))
