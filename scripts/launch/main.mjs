import { once } from 'node:events'
import { beQuiet, runCommand, say, Stop } from '../say.mjs'
import { boot } from './boot.mjs'
import { lastWords } from './children.mjs'

/**
 * The running product, in the project's own Node. `--watch` restarts what was changed and serves the web by Vite;
 * `--quiet` says only refusals.
 */
const isWatching = process.argv.includes('--watch')
if (process.argv.includes('--quiet')) beQuiet()

const interruption = new AbortController()
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => interruption.abort())
// A terminal that was closed must not keep the database from being stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

await runCommand(async () => {
  await using running = new AsyncDisposableStack()
  try {
    const services = await boot({ running, signal: interruption.signal, isWatching })
    const stopped = await Promise.race([once(interruption.signal, 'abort'), ...(isWatching ? [] : services.map(untilExit))])
    if (!Array.isArray(stopped)) throw new Stop(`«${stopped.options.title}» ناگهان ایستاد.\n${lastWords(stopped)}`)
  } catch (error) {
    if (!interruption.signal.aborted) throw error
  }
  say('\nدر حال بستن…')
  return 0
})
if (process.connected) process.disconnect()

/** @param {import('./children.mjs').Child} child */
async function untilExit(child) {
  await once(child.process, 'exit')
  return child
}
