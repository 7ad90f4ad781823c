import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Db } from '../../db/client.ts'
import { decrypt, encrypt } from './secret.ts'

export interface Account {
  centreId: string
  personId: string
  insurer: InsurerCode
  username: string
  password: string
}

const ownerOf = (it: { centreId: string; personId: string; insurer: string }) => `${it.centreId}|${it.personId}|${it.insurer}`

/** Keeps an account, its password encrypted; a second one of the same person, centre and insurer replaces it. */
export async function keepAccount(db: Db, key: Buffer, it: Account): Promise<void> {
  const id = { centreId: it.centreId, personId: it.personId, insurer: it.insurer }
  const content = { username: it.username, secret: encrypt(it.password, key, ownerOf(it)) }
  await db.payerAccount.upsert({
    where: { centreId_personId_insurer: id },
    create: { ...id, ...content },
    update: content,
  })
}

/** The account of this person at this centre. */
export async function findAccount(db: Db, key: Buffer, id: Omit<Account, 'username' | 'password'>): Promise<Account | null> {
  const row = await db.payerAccount.findUnique({ where: { centreId_personId_insurer: id } })
  return row && { ...id, username: row.username, password: decrypt(row.secret, key, ownerOf(id)) }
}

/** Every account of the centre at this insurer: what its bills are asked with, because a doctor's visits are told to her alone. */
export async function findAccountsOfCentre(db: Db, key: Buffer, centreId: string, insurer: InsurerCode): Promise<Account[]> {
  const rows = await db.payerAccount.findMany({ where: { centreId, insurer }, orderBy: { personId: 'asc' } })
  return rows.map((row) => ({ centreId, personId: row.personId, insurer, username: row.username, password: decrypt(row.secret, key, ownerOf(row)) }))
}

/** The insurers at which somebody of the centre has an account. */
export async function insurersOfCentre(db: Db, centreId: string): Promise<InsurerCode[]> {
  const rows = await db.payerAccount.findMany({ where: { centreId }, distinct: ['insurer'], select: { insurer: true }, orderBy: { insurer: 'asc' } })
  return rows.map(({ insurer }) => insurer as InsurerCode)
}

/** By which a person is known where she has no account: private prescriptions. Null where she is no member of the council. */
export async function councilNumberOf(db: Db, personId: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { councilNumber: true } })
  return person?.councilNumber ?? null
}
