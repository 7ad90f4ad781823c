import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client.ts'

/** The database as use cases pass it on; only stores call its models. */
export type Db = PrismaClient
/** A transaction under way. */
export type Tx = Prisma.TransactionClient

/** Opens a pool on the given PostgreSQL server; `close` with `$disconnect()`. */
export const openDb = (url: string, poolSize = 10): Db =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: poolSize }) })
