import { randomUUID } from 'node:crypto'
import { NationalCode, SiamId } from '@noskhe/shared/identifiers'
import { atLeast, interleaved, type Verdict } from '@noskhe/shared/testing/measure'
import type { Actor } from '../../../context.ts'
import { type Db, openDb } from '../../../db/client.ts'
import { newId } from '../../../db/id.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { benchDatabase } from '../../../testing/bench-database.ts'
import { record } from '../../audit/index.ts'
import { create, find } from '../store.ts'
import { type Key, type StoredHeader, emptyContent } from '../stored.ts'
import { accept } from './settle.ts'
import { begin } from './store.ts'

const CLIENTS = 8
const EACH = 40

/**
 * P5: what a registration writes, in the two transactions that stand before and after the payer is told, beside the same
 * number of rows as one writes them first: five creates in one Prisma transaction. Both commit to disk.
 */
export default async function benchRegistration(): Promise<Verdict[]> {
  const database = await benchDatabase()
  const db = openDb(database.url, CLIENTS)
  try {
    const perSecond = await interleaved({
      ours: async () => throughputOf(await signedPrescriptions(db), (it) => register(db, it)),
      creates: async () => throughputOf(Array.from({ length: CLIENTS * EACH }, () => newId()), (id) => fiveCreates(db, id)),
    })
    return [
      atLeast({ id: 'P5', what: `registrations written, ${CLIENTS} clients, beside five creates`, ours: perSecond.ours, theirs: perSecond.creates, unit: '/s', ratio: 3 }),
    ]
  } finally {
    await db.$disconnect()
    await database.close()
  }
}

/** How many a second `CLIENTS` clients get through, each taking the next as soon as it has done one. */
async function throughputOf<T>(pieces: readonly T[], work: (piece: T) => Promise<void>): Promise<number> {
  const start = performance.now()
  const queue = pieces.values()
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    for (const piece of queue) await work(piece)
  }))
  return (pieces.length / (performance.now() - start)) * 1_000
}

interface Signed {
  key: Key
  actor: Actor
}

/** Prescriptions waiting to be registered, at as many centres as there are clients: audit chains are the centres'. */
async function signedPrescriptions(db: Db): Promise<Signed[]> {
  return Promise.all(Array.from({ length: CLIENTS * EACH }, async (_, at) => {
    const centreId = `SIAM-${at % CLIENTS}`
    const key: Key = { centreId, prescriberId: newId(), id: newId() }
    await create(db, key, { encounterId: newId(), insurer: 'salamat', header: headerAt(centreId), content: emptyContent, terminologyRelease: '1405.09', at: new Date() })
    await db.prescription.update({ where: { centreId_id: { centreId, id: key.id } }, data: { status: 'signed', version: 1, signedAt: new Date() } })
    return { key, actor: actorAt(key) }
  }))
}

async function register(db: Db, { key, actor }: Signed): Promise<void> {
  const caller = { actor, now: () => new Date() }
  const it = await find(db, key)
  const attempt = await inTransaction(db, async (tx) => {
    const begun = await begin(tx, key, 1, new Date())
    await record(tx, caller, 'prescription.registration-sent', key.id, { attempt: begun.id, version: 1, lines: 0 })
    return begun
  })
  const settled = { it, attempt, at: new Date(), trace: (...[tx, action, detail]: Parameters<Parameters<typeof accept>[1]['trace']>) => record(tx, caller, action, key.id, detail) }
  await inTransaction(db, (tx) => accept(tx, settled, { trackingCode: '12345' }))
}

async function fiveCreates(db: Db, id: string): Promise<void> {
  const at = new Date()
  const centreId = `five-${id}`
  await db.$transaction(async (tx) => {
    await tx.answeredCall.create({ data: { personId: id, key: id, requestHash: 'hash', startedAt: at } })
    await tx.prescription.create({
      data: {
        centreId, id, prescriberId: id, encounterId: id, status: 'registered', revision: 0, version: 1, insurer: 'salamat', header: headerAt(centreId),
        content: emptyContent, terminologyRelease: '1405.09', trackingCode: '12345', writtenAt: at, savedAt: at, signedAt: at, registeredAt: at,
      },
    })
    await tx.registrationAttempt.create({ data: { centreId, id, prescriptionId: id, version: 1, state: 'confirmed', startedAt: at, endedAt: at } })
    await tx.auditEvent.create({ data: { centreId, seq: 1n, at, personId: id, action: 'prescription.registered', subject: id, detail: {}, previous: '', hash: randomUUID() } })
    await tx.auditHead.create({ data: { centreId, seq: 1n, hash: '' } })
  })
}

const headerAt = (centreId: string): StoredHeader => ({
  prescriber: { firstName: 'نرگس', lastName: 'کاویانی', councilNumber: '145263', specialty: '' },
  centre: { siamId: SiamId.parse(centreId), name: 'درمانگاه', address: '', phone: '' },
  patient: {
    identity: { kind: 'national-code', value: NationalCode.parse('1384950613') }, newbornBirthDate: null,
    person: { firstName: 'زهرا', lastName: 'احمدی‌فر' }, isDeclared: false,
  },
  hid: null,
})

const actorAt = ({ centreId, prescriberId }: Key): Actor => ({
  personId: prescriberId, firstName: 'نرگس', lastName: 'کاویانی', nationalCode: '0041827368', councilNumber: '145263', specialty: null,
  at: { centreId, name: 'درمانگاه', kind: 'clinic', address: '', phone: '', role: 'prescriber', providerUserId: 'p' }, ip: '127.0.0.1', agent: 'bench',
})
