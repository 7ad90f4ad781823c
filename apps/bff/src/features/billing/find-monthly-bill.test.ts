import { randomBytes, randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import type { Context } from '../../context.ts'
import { type Db, openDb } from '../../db/client.ts'
import type { Payer } from '../../national/payer/port.ts'
import { type National, NationalUnavailable } from '../../national/port.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { keepAccount } from '../payers/index.ts'
import { findMonthlyBill } from './find-monthly-bill.ts'

const secret = randomBytes(32).toString('base64url')
let database: TestDatabase
let db: Db
let bills: Payer['bills']

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.url)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

async function given({ hasAccount = true } = {}): Promise<Context> {
  const centreId = `SIAM-${randomUUID()}`
  const config = readConfig({ DATABASE_URL: 'postgresql://unused', SECRET_KEY: secret, SESSION_SECRET: secret })
  if (hasAccount) await keepAccount(db, config.secretKey, { centreId, personId: randomUUID(), insurer: 'salamat', username: 'u', password: 'p' })
  const payer = { insurer: 'salamat', bills: (call) => bills(call) } satisfies Partial<Payer> as Payer
  return {
    config,
    db,
    national: { payers: { salamat: payer } } satisfies Partial<National> as National,
    now: () => new Date(),
    log: pino({ level: 'silent' }),
    actor: {
      personId: randomUUID(),
      firstName: 'مریم',
      lastName: 'صادقی‌نیا',
      nationalCode: '0061739286',
      councilNumber: null,
      specialty: null,
      at: { centreId, name: 'داروخانهٔ نیکان', kind: 'pharmacy', address: '', phone: '', role: 'admin', providerUserId: 'a' },
      ip: '127.0.0.1',
      agent: 'test',
    },
  }
}

const delivered = ({ actor }: Context, at: string, more: { state?: string; insurer?: string } = {}) =>
  db.delivery.create({
    data: {
      centreId: actor.at.centreId,
      id: randomUUID(),
      dispenserId: actor.personId,
      state: 'delivered',
      insurer: 'salamat',
      identityKind: 'national-code',
      identityValue: '1384950613',
      trackingCode: '00903',
      patientName: '',
      lines: [],
      total: 1_000n,
      insurerShare: 700n,
      patientShare: 300n,
      startedAt: new Date(at),
      deliveredAt: new Date(at),
      ...more,
    },
  })

const azar = { year: 1405, month: 9 }

test('the insurer’s lines are told with their sum, and the month is asked for as it was chosen', async () => {
  const context = await given()
  const line = { billRef: '1', kindTitle: 'نسخ دارویی', cycle: '1405-09', count: 2, note: '', of: 'centre' as const }
  bills = async ({ year, month, party }) => {
    expect({ year, month, username: party.username }).toEqual({ ...azar, username: 'u' })
    return {
      outcome: 'found' as const,
      lines: [
        { ...line, kind: 'DRUG', fund: 'کارکنان دولت', insurerShare: 1_400 },
        { ...line, kind: 'VISIT', fund: 'روستاییان', insurerShare: 600 },
        { ...line, kind: 'BONUS', fund: 'روستاییان', insurerShare: 1 },
      ],
    }
  }
  const bill = await findMonthlyBill(context, azar)
  expect(bill.insurers).toMatchObject([{ insurer: 'salamat', state: 'answered', insurerShare: 2_001 }])
  expect(bill.insurers[0]?.lines.map((it) => it.kind)).toEqual(['drug', 'visit', 'other'])
})

test('our own figures are of this centre, this insurer and the month at Tehran’s clock', async () => {
  bills = async () => ({ outcome: 'found', lines: [] })
  const context = await given()
  await delivered(context, '2026-11-21T20:29:59.999Z')
  await delivered(context, '2026-11-21T20:30:00.000Z')
  await delivered(context, '2026-12-21T20:29:59.999Z')
  await delivered(context, '2026-12-21T20:30:00.000Z')
  await delivered(context, '2026-12-01T00:00:00.000Z', { state: 'refused' })
  await delivered(context, '2026-12-01T00:00:00.000Z', { insurer: 'private' })
  await delivered(await given(), '2026-12-01T00:00:00.000Z')
  const bill = await findMonthlyBill(context, azar)
  expect(bill.insurers[0]?.ours).toEqual({ registered: 0, delivered: 2, insurerShare: 1_400, patientShare: 600 })
})

test('a silent insurer is not an empty bill', async () => {
  bills = async () => {
    throw new NationalUnavailable('salamat', { sent: 'no' })
  }
  expect((await findMonthlyBill(await given(), azar)).insurers).toMatchObject([{ state: 'unanswered', lines: [] }])
})

test.each([
  { reason: 'not-found', told: { state: 'answered', advice: null } },
  { reason: 'sign-in', told: { state: 'refused', advice: 'نام کاربری را بازبینی کنید.' } },
] as const)('a refusal for «$reason» is $told.state', async ({ reason, told }) => {
  bills = async () => ({ outcome: 'refused', reason, code: '-1', message: '', advice: 'نام کاربری را بازبینی کنید.' })
  expect((await findMonthlyBill(await given(), azar)).insurers).toMatchObject([{ ...told, lines: [] }])
})

const partOf = (kind: 'VISIT' | 'DRUG', count: number) => ({
  billRef: '1', kind, kindTitle: kind, fund: 'کارکنان دولت', cycle: '1405-09', count, insurerShare: count * 100, note: '',
  of: kind === 'VISIT' ? ('person' as const) : ('centre' as const),
})

/** A clinic with two doctors, each with an account of her own. */
async function givenTwoAccounts(): Promise<Context> {
  const context = await given()
  const { centreId } = context.actor.at
  await keepAccount(db, context.config.secretKey, { centreId, personId: randomUUID(), insurer: 'salamat', username: 'v', password: 'p' })
  return context
}

test('each doctor’s visits add up, and the centre’s drugs count once', async () => {
  bills = async ({ party }) => ({ outcome: 'found', lines: [partOf('VISIT', party.username === 'u' ? 3 : 4), partOf('DRUG', 5)] })
  const [bill] = (await findMonthlyBill(await givenTwoAccounts(), azar)).insurers
  expect(bill?.lines.map(({ kind, count }) => [kind, count])).toEqual([['visit', 7], ['drug', 5]])
  expect(bill?.insurerShare).toBe(1_200)
})

test('a part that one account was not told is not taken for the whole', async () => {
  bills = async ({ party }) => {
    if (party.username === 'v') throw new NationalUnavailable('salamat', { sent: 'no' })
    return { outcome: 'found', lines: [partOf('VISIT', 3)] }
  }
  expect((await findMonthlyBill(await givenTwoAccounts(), azar)).insurers).toMatchObject([{ state: 'unanswered', lines: [], insurerShare: 0 }])
})

test('a centre without an account anywhere is told so', async () => {
  await expect(findMonthlyBill(await given({ hasAccount: false }), azar)).rejects.toMatchObject({ code: 'payer.account-missing' })
})
