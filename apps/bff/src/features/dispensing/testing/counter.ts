import { randomBytes, randomUUID } from 'node:crypto'
import { NationalCode } from '@noskhe/shared/identifiers'
import type { Delivery, OrderRef } from '@noskhe/shared/dispensing/order'
import { pino } from 'pino'
import { readConfig } from '../../../config.ts'
import type { ActorAtCentre, Context } from '../../../context.ts'
import { type Db, openDb } from '../../../db/client.ts'
import type { OrderedItem } from '../../../national/payer/port.ts'
import { type National, NationalUnavailable } from '../../../national/port.ts'
import type { Centre, CentreLicence } from '../../../national/siam/port.ts'
import type { PackAnswer } from '../../../national/ttac/port.ts'
import { RuleService } from '../../../testing/rule-service.ts'
import { testDatabase } from '../../../testing/database.ts'
import { keepAccount } from '../../payers/index.ts'
import { confirmDelivery } from '../confirm-delivery.ts'
import { prepareDelivery } from '../prepare-delivery.ts'
import { MemoryPayer } from './memory-payer.ts'

/** The services that the counter asks, with what it asks of them. */
type Asked = { [Service in keyof National]?: Partial<National[Service]> }

const secret = randomBytes(32).toString('base64url')
export const nationalCode = NationalCode.parse('1384950613')
export const identity = { kind: 'national-code' as const, value: nationalCode }

export const item = (genericCode: string, ordered: number, more: Partial<OrderedItem> = {}): OrderedItem => ({
  checkRef: `order-${genericCode}`,
  code: { system: 'generic', value: genericCode },
  name: `داروی ${genericCode}`,
  form: 'قرص',
  ordered,
  delivered: 0,
  remaining: ordered,
  status: 'ordered',
  consumption: 'هر ۸ ساعت ۱ عدد',
  instruction: 'بعد از غذا',
  note: '',
  periods: 1,
  compound: null,
  activeFrom: null,
  unitPrice: 1000,
  deliveries: [],
  ...more,
})

/** A pharmacy with an account at one payer in memory, on a database of its own. */
export class Counter {
  readonly payer = new MemoryPayer()
  readonly rules = new RuleService()
  /** What TTAC answers, by UID or authenticity code; unknown where nothing is here. */
  readonly packs = new Map<string, PackAnswer | Error>()
  /** What TTAC was told of packs that are in our own custody, in order. */
  readonly custody: string[] = []
  readonly heldElsewhere = new Set<string>()
  losesSale = false
  /** What SIAM says of any centre's licence, or throws. */
  centreLicence: CentreLicence | Error = { state: 'active', reason: null, validUntil: '2029-09-21' }
  /** Moves when a test says so. */
  now = new Date('2026-11-25T09:00:00.000Z')
  readonly national: National
  readonly context: Context
  readonly db: Db
  readonly #drop: () => Promise<void>

  private constructor(db: Db, actor: ActorAtCentre, drop: () => Promise<void>) {
    this.db = db
    this.#drop = drop
    const ask = async (label: string): Promise<PackAnswer> => {
      const answer = this.packs.get(label) ?? { state: 'unknown' }
      if (answer instanceof Error) throw answer
      return answer
    }
    this.national = {
      payers: { salamat: this.payer.port },
      ttac: {
        verifyPack: ask,
        verifyAuthCode: ask,
        hold: async ({ uid, siamId }) => {
          this.custody.push(`hold ${uid} ${siamId}`)
          return this.heldElsewhere.has(uid) ? { outcome: 'not-taken', why: 'held-elsewhere' } : { outcome: 'held' }
        },
        sell: async ({ uid, siamId, saleRef }) => {
          if (this.losesSale) throw new NationalUnavailable('ttac', { sent: 'maybe' })
          this.custody.push(`sell ${uid} ${siamId} ${saleRef}`)
          return { outcome: 'sold' }
        },
        giveBack: async ({ uid, siamId, saleRef }) => void this.custody.push(`give back ${uid} ${siamId} ${saleRef ?? 'unsold'}`),
      },
      clinicalRules: this.rules.port,
      siam: { centre: async (siamId) => this.#centre(siamId) },
      locate: { byHid: async () => [], byTrackingCode: async () => [] },
      eligibility: {
        check: async () => ({ person: 'alive', identity: null, coverages: [], used: 'salamat', choice: null, hid: null, message: null }),
        verifyHid: async () => ({ outcome: 'unknown' }),
      },
      status: () => [],
    } satisfies Asked as unknown as National
    const config = readConfig({ DATABASE_URL: 'postgresql://unused', SECRET_KEY: secret, SESSION_SECRET: secret })
    this.context = { config, db, national: this.national, now: () => this.now, log: pino({ level: 'silent' }), actor }
  }

  #centre(siamId: string): Centre {
    if (this.centreLicence instanceof Error) throw this.centreLicence
    const none = { mappedIds: [], address: '', phone: '', posTerminalId: '', partnerIds: {}, personnel: [] }
    return { siamId, name: 'داروخانه', kind: 'pharmacy', licence: this.centreLicence, ...none }
  }

  static async open(): Promise<Counter> {
    const database = await testDatabase()
    const db = openDb(database.url)
    const counter = new Counter(db, pharmacistAt('SIAM-A'), async () => {
      await db.$disconnect()
      await database.drop()
    })
    await counter.giveAccount(counter.context.actor)
    return counter
  }

  close = () => this.#drop()

  /** The same country, seen from another pharmacy. */
  async another(centreId: string): Promise<Context> {
    const actor = pharmacistAt(centreId)
    await this.giveAccount(actor)
    return { ...this.context, actor }
  }

  giveAccount = (actor: ActorAtCentre) =>
    keepAccount(this.db, this.context.config.secretKey, {
      centreId: actor.at.centreId,
      personId: actor.personId,
      insurer: 'salamat',
      username: 'u',
      password: 'p',
    })

  order(trackingCode: string, items: OrderedItem[]): OrderRef {
    this.payer.orders.push({ nationalCode, trackingCode, patientName: 'زهرا احمدی‌فر', items })
    return { insurer: 'salamat', identity, trackingCode }
  }

  prepare = (ref: OrderRef, quantities: Record<string, number>, context: Context = this.context) =>
    prepareDelivery(context, { ref, lines: Object.entries(quantities).map(([code, quantity]) => ({ itemRef: `order-${code}`, quantity })) })

  confirm = (it: Pick<Delivery, 'id'>, context: Context = this.context) => confirmDelivery(context, { id: it.id })

  async auditOf(id: string): Promise<string[]> {
    const events = await this.db.auditEvent.findMany({ where: { subject: id }, orderBy: { seq: 'asc' } })
    return events.map((it) => it.action)
  }
}

const pharmacistAt = (centreId: string): ActorAtCentre => ({
  personId: randomUUID(),
  firstName: 'آرش',
  lastName: 'بهرامی',
  nationalCode: '0082641358',
  councilNumber: '23871',
  specialty: null,
  at: { centreId, name: 'داروخانه', kind: 'pharmacy', address: '', phone: '', role: 'dispenser', providerUserId: 'p' },
  ip: '127.0.0.1',
  agent: 'test',
})

export const pack = (genericCode: string, units: number, uid: string): PackAnswer => ({
  state: 'genuine',
  pack: { uid, gtin: '06260000000001', irc: '1234567890123456', genericCode, productName: `داروی ${genericCode}`, batch: 'B1', expiry: '2028-01-01', units },
})
