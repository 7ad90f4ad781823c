import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { openChanges } from './changes.ts'
import { controlRoutes } from './control.ts'
import { openDatabase } from './database.ts'
import { faultsSchema, openFaults } from './faults.ts'
import type { Frame } from './frame.ts'
import { journalSchema, openJournal } from './journal.ts'
import { pageRoutes } from './page/routes.ts'
import { forgetEverything } from './reset.ts'
import type { SandboxContext } from './service.ts'
import { allServices, behindGateway } from './services/all.ts'
import { behindDitas } from './services/ditas.ts'

export interface Sandbox {
  /** Base address without a trailing slash; the services are mounted below it and its own page is at `/`. */
  url: string
  /** Cuts open connections, hanging ones too, and closes the database. */
  close: () => Promise<void>
}

export interface SandboxOptions {
  /** 0 for any free port. */
  port: number
  /** `:memory:` for tests. */
  dataFile: string
  now?: () => Date
  /** Issuers that the clinical rules trust, with the address of their keys (JWKS); none: they ask nobody who she is. */
  cdsClients?: ReadonlyMap<string, string>
}

/** Boots every national service in this process, on 127.0.0.1. @throws Error with code EADDRINUSE where the port is taken. */
export async function startSandbox({ port, dataFile, now = () => new Date(), cdsClients = new Map() }: SandboxOptions): Promise<Sandbox> {
  const db = openDatabase(dataFile)
  const address = { url: '' }
  const context: SandboxContext = { db, now, baseUrl: () => address.url, cdsClients }
  prepare(context)

  const server = buildApp(context).listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    db.close()
    throw error
  }
  address.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url: address.url,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      db.close()
    },
  }
}

function prepare(context: SandboxContext): void {
  context.db.exec(journalSchema)
  context.db.exec(faultsSchema)
  for (const service of allServices) {
    context.db.exec(service.schema)
    service.seed(context)
  }
}

function buildApp(context: SandboxContext): express.Express {
  const changes = openChanges()
  const journal = openJournal(context.db, context.now, changes)
  const faults = openFaults(context.db)
  const reset = () => {
    forgetEverything(context.db)
    prepare(context)
    changes.tell()
  }
  const frame: Frame = { ...context, journal, faults, changes, reset }

  const app = express().disable('x-powered-by')
  app.use('/_sandbox', controlRoutes(frame))
  for (const service of allServices) {
    const door = behindGateway.includes(service) ? [behindDitas(context)] : []
    const body = express.json({ limit: '10mb' })
    app.use(service.mount, journal.of(service.name), body, faults.of(service), ...door, service.routes(context))
  }
  app.use(pageRoutes(frame))
  return app
}
