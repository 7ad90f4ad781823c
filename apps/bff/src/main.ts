import { readConfig } from './config.ts'
import { startBff } from './start.ts'

const config = readConfig()

try {
  const bff = await startBff(config)
  process.send?.({ ready: bff.url })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void bff.close().finally(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // The launcher is gone, even by kill -9: nobody would stop us otherwise.
  process.on('disconnect', stop)
} catch (error) {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error(`درگاه ${config.port} را برنامهٔ دیگری گرفته است؛ آن را ببندید یا PORT دیگری بدهید.`)
    process.exit(1)
  }
  throw error
}
