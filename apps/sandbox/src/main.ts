import { readConfig } from './config.ts'
import { startSandbox } from './start.ts'

const config = readConfig()
try {
  const sandbox = await startSandbox(config)
  const stop = () => {
    void sandbox.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Started by a launcher: when the launcher dies, nobody is left to stop this process.
  process.once('disconnect', stop)
  console.log(`سامانه‌های ملی — محیط آزمایشی: ${sandbox.url}`)
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
  console.error(`درگاه ${config.port} را برنامهٔ دیگری گرفته است؛ آن را ببندید یا SANDBOX_PORT را تغییر دهید.`)
  process.exitCode = 1
}
