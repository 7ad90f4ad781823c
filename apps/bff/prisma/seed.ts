/**
 * The data step of the demo launcher, not of the product: gives the sandbox's demo people their accounts at the insurer, so
 * that nobody has to type them in. Run again, it changes nothing: `node apps/bff/prisma/seed.ts`.
 */
import { z } from 'zod'
import { type Db, openDb } from '../src/db/client.ts'
import { inTransaction } from '../src/db/transaction.ts'
import { keepPerson } from '../src/features/auth/store.ts'
import { keepAccount } from '../src/features/payers/index.ts'

const Settings = z.object({
  DATABASE_URL: z.string().min(1),
  SECRET_KEY: z.base64url().transform((text) => Buffer.from(text, 'base64url').subarray(0, 32)),
  SANDBOX_URL: z.url(),
})

const Account = z.object({ username: z.string(), password: z.string() })

const DemoPerson = z.object({
  firstName: z.string(),
  lastName: z.string(),
  gender: z.enum(['male', 'female']),
  nationalCode: z.string(),
  councilNumber: z.string().nullable(),
  mobile: z.string(),
  roleTitle: z.string(),
  siamIds: z.array(z.string()),
  insurerAccount: Account.nullable(),
  taminAccount: Account.nullable(),
  armedForcesAccount: Account.nullable(),
})
type DemoPerson = z.infer<typeof DemoPerson>
const DemoPeople = z.object({ people: z.array(DemoPerson) })

/** The demo people of a running sandbox. */
async function askSandbox(url: string): Promise<DemoPerson[]> {
  const response = await fetch(`${url}/_sandbox/people`, { signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}`)
  return DemoPeople.parse(await response.json()).people
}

/** Keeps the person and her accounts at each of her centres. The registry's own words replace ours when she signs in. */
async function keep(db: Db, key: Buffer, { insurerAccount, taminAccount, armedForcesAccount, siamIds, roleTitle, ...person }: DemoPerson): Promise<void> {
  const accounts = [
    { insurer: 'salamat' as const, account: insurerAccount },
    { insurer: 'tamin' as const, account: taminAccount },
    { insurer: 'armed-forces' as const, account: armedForcesAccount },
  ]
  if (accounts.every(({ account }) => account === null)) return
  const personId = await inTransaction(db, (tx) => keepPerson(tx, { ...person, specialty: roleTitle, specialtyCodes: [] }, new Date()))
  for (const centreId of new Set(siamIds)) {
    for (const { insurer, account } of accounts) if (account !== null) await keepAccount(db, key, { centreId, personId, insurer, ...account })
  }
}

const settings = Settings.parse(process.env)
const db = openDb(settings.DATABASE_URL, 2)
try {
  for (const person of await askSandbox(settings.SANDBOX_URL)) await keep(db, settings.SECRET_KEY, person)
} finally {
  await db.$disconnect()
}
