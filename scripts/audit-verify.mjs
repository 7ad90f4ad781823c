import { handOver, scriptPath } from './set-up/hand-over.mjs'
import { prepare } from './set-up/prepare.mjs'
import { runCommand } from './say.mjs'

/** `npm run audit:verify`: whether any audit event of any centre was changed, removed or put in; beside the running product too. */
await runCommand(async () => handOver(await prepare(['generate']), [scriptPath('audit/verify.mjs')]))
