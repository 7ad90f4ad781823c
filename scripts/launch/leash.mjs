/**
 * Loaded before each process the launcher starts. The channel breaks when the launcher is gone, however it went, and then
 * the process is asked to stop as it would be by Ctrl-C; one that does not is ended.
 */
const PATIENCE_MS = 10_000

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
})
process.channel?.unref()
