import { once } from 'node:events'
import { type AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import type { Resources } from './context.ts'
import { openDb } from './db/client.ts'
import { startRefreshingCentres } from './features/centres/index.ts'
import { startReconciling as startReconcilingDeliveries } from './features/dispensing/index.ts'
import { startReconciling as startReconcilingRegistrations } from './features/prescriptions/index.ts'
import { startEndingVisits, startKeepingEarlier, startRefilling, startSettling } from './features/patients/index.ts'
import { tellersOf } from './features/record/index.ts'
import { startSendingFeedback } from './features/rules/index.ts'
import { startSealing } from './features/seals/index.ts'
import { findVersion } from './features/signing/index.ts'
import { startKeepingFigures } from './features/status/index.ts'
import { startTerminologyRefresh } from './features/terminology/index.ts'
import { openLog } from './log.ts'
import { connectNational } from './national/connect.ts'
import { startOutbox } from './outbox/index.ts'

/**
 * Starts the backend-for-frontend on a migrated database and answers its address. `main.ts` and the tests start it the
 * same way. `close` waits for the requests under way.
 */
export async function startBff(
  config: Config,
  log: Logger = openLog(config.logLevel),
): Promise<{ url: string; close: () => Promise<void> }> {
  const db = openDb(config.databaseUrl)
  const national = connectNational(config, log)
  const resources: Resources = { config, db, national, now: () => new Date(), log }
  const { app, close: closeApp } = createApp(resources)
  const background = [
    startTerminologyRefresh(resources),
    startRefreshingCentres(resources),
    startReconcilingRegistrations(resources),
    startReconcilingDeliveries(resources),
    startSendingFeedback(resources),
    startOutbox(resources, tellersOf(resources)),
    startSealing(resources, findVersion),
    startSettling(resources),
    startRefilling(resources),
    startKeepingEarlier(resources),
    startEndingVisits(resources),
  ]
  const figures = startKeepingFigures({ db, log, take: national.take })

  const server = app.listen(config.port)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      await Promise.all(background.map((worker) => worker.stop()))
      server.closeIdleConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await closeApp()
      await figures.stop()
      await db.$disconnect()
    },
  }
}
