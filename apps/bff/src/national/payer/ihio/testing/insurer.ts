import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startSandbox } from '@noskhe/sandbox/start'
import { ihioPayer } from '../adapter.ts'
import type { IhioOptions } from '../adapter.ts'
import type { ItemKind, OrderItem, Party, PayerCall } from '../../port.ts'

/** Account of the software at the sandbox's insurer, and of its demo people; as `apps/sandbox/src/scenarios.ts` has them. */
const software = { terminalId: 60114, username: 'noskhe', password: 'Ihio-demo-1405' }
const browser = { clientIp: '10.20.30.40', agent: 'Mozilla/5.0 (آزمون)' }
export const doctor: Party = { username: 'n.kavyani', password: 'Ihio-demo-145263', ...browser }
export const otherDoctor: Party = { username: 's.farahmand', password: 'Ihio-demo-152908', ...browser }
/** Laboratory, imaging and physiotherapy. */
export const paraclinic: Party = { username: 'pars.paraclinic', password: 'Ihio-demo-paraclinic', ...browser }
export const pharmacy: Party = { username: 'nikan.pharmacy', password: 'Ihio-demo-23871', ...browser }
export const pharmacyWithoutContract: Party = { username: 'sina.pharmacy', password: 'Ihio-demo-no-contract', ...browser }
export const twoStepDoctor: Party = { username: 'two.step', password: 'Ihio-demo-two-step', ...browser }

export const insured = { identity: { kind: 'national-code', value: '1384950613' } } as const
export const otherInsured = { identity: { kind: 'national-code', value: '3718293641' } } as const
export const uninsured = { identity: { kind: 'national-code', value: '0059283742' } } as const
export const deceased = { identity: { kind: 'national-code', value: '4318273644' } } as const
export const foreigner = { identity: { kind: 'fida', value: '104928375610' } } as const
export const unknownPerson = { identity: { kind: 'national-code', value: '0528374613' } } as const

export interface Wanted {
  isCovered?: boolean
  needsDocument?: boolean
  hasCeiling?: boolean
}

/** The sandbox's insurer in this process, with a clock that tests move and a look at its packs. */
export async function givenInsurer() {
  const folder = await mkdtemp(join(tmpdir(), 'noskhe-ihio-'))
  const dataFile = join(folder, 'sandbox.db')
  const clock = { at: new Date('2026-11-25T08:00:00Z') }
  const now = () => clock.at
  const sandbox = await startSandbox({ port: 0, dataFile, now })
  const db = new DatabaseSync(dataFile)

  /** Prescription drugs of which the market has packs, each time others. */
  const drugs = db
    .prepare(
      `SELECT detail FROM catalogue_code WHERE list = 'drug' AND until IS NULL AND json_extract(detail, '$.legalClass') = 'RX'
       AND code IN (SELECT generic_code FROM ttac_packs WHERE state = 'in-market' AND units = 10) ORDER BY code`,
    )
    .all()
    .map((row) => JSON.parse(String(row['detail'])) as { genericCode: string; irc: string; nameEn: string; nameFa: string; basePrice: number; isCovered: boolean; needsDocument: boolean; maxQuantity: number | null })

  function aDrug({ isCovered = true, needsDocument = false, hasCeiling = false }: Wanted = {}) {
    const index = drugs.findIndex(
      (it) => it.isCovered === isCovered && it.needsDocument === needsDocument && (hasCeiling ? it.maxQuantity !== null : (it.maxQuantity ?? 100) >= 30),
    )
    const [drug] = drugs.splice(index, 1)
    if (index < 0 || drug === undefined) throw new Error('The catalogue has no such drug left')
    return drug
  }

  const packs = (genericCode: string, state = 'in-market') =>
    db.prepare('SELECT uid FROM ttac_packs WHERE generic_code = ? AND state = ? AND expiry > ? ORDER BY uid').all(genericCode, state, now().toISOString())
      .map((row) => String(row['uid']))

  const payer = (options: Partial<IhioOptions> = {}) => ihioPayer({ baseUrl: sandbox.url, ...software, deadlineMs: 3_000, now, ...options })

  return {
    url: sandbox.url,
    db,
    clock,
    aDrug,
    packs,
    payer,
    packState: (uid: string) => String(db.prepare('SELECT state FROM ttac_packs WHERE uid = ?').get(uid)?.['state']),
    async fault(fault: object | null) {
      await fetch(`${sandbox.url}/_sandbox/faults/ihio`, {
        method: fault === null ? 'DELETE' : 'PUT',
        headers: { 'content-type': 'application/json' },
        ...(fault !== null && { body: JSON.stringify(fault) }),
      })
    },
    async received(path: string): Promise<{ path: string; request: string | null }[]> {
      const response = await fetch(`${sandbox.url}/_sandbox/journal?service=ihio&path=${encodeURIComponent(path)}`)
      return ((await response.json()) as { calls: { path: string; request: string | null }[] }).calls
    },
    async close() {
      db.close()
      await sandbox.close()
      await rm(folder, { recursive: true })
    },
  }
}
export type Insurer = Awaited<ReturnType<typeof givenInsurer>>

export const orderItem = (genericCode: string, count: number): OrderItem => ({
  code: { system: 'generic', value: genericCode },
  count,
  consumption: 'هر ۸ ساعت ۱ عدد',
  instruction: 'بعد از غذا',
  note: '',
  periods: 1,
  compound: null,
  activeFrom: null,
})

/** Codes of the sandbox's lists. */
export const services = { lab: '800400', imaging: '790001', 'physician-service': '900710', referral: '969002' } as const

export const serviceItem = (kind: ItemKind, code: string, change: Partial<OrderItem> = {}): OrderItem => ({
  ...orderItem(code, 1),
  code: { system: 'rvu', value: code },
  kind,
  consumption: '',
  instruction: '',
  ...change,
})

export const deliveryItem = (orderRef: string | null, genericCode: string, count: number) => ({
  orderRef,
  code: { system: 'generic' as const, value: genericCode },
  count,
  consumption: 'هر ۸ ساعت ۱ عدد',
  instruction: 'بعد از غذا',
  note: '',
  periods: 1,
  unitPrice: null,
})

export type IhioPayer = ReturnType<Insurer['payer']>

/** A registered prescription of one drug. */
export async function givenPrescription(payer: IhioPayer, call: PayerCall, genericCode: string, count: number) {
  const { orderRefs, ...registered } = await givenOrder(payer, call, [orderItem(genericCode, count)])
  return { ...registered, orderRef: orderRefs[0] ?? '' }
}

/** A registered prescription of these lines, of whatever kind; `orderRefs` in their order. */
export async function givenOrder(payer: IhioPayer, call: PayerCall, items: OrderItem[]) {
  const visit = await payer.openVisit(call)
  if (visit.outcome !== 'opened') throw new Error(visit.advice)
  const { visitRef } = visit
  const orderRefs: string[] = []
  for (const item of items) orderRefs.push(await givenCheck(payer, call, visitRef, item, orderRefs))
  const registered = await payer.register({ ...call, visitRef, checkRefs: orderRefs })
  if (registered.outcome !== 'registered') throw new Error(registered.advice)
  return { visitRef, orderRefs, trackingCode: registered.trackingCode }
}

/** A line that the insurer covers, checked and not ordered yet. */
export async function givenCheck(payer: IhioPayer, call: PayerCall, visitRef: string, item: OrderItem, alongside: string[] = []): Promise<string> {
  const verdict = await payer.checkOrder({ ...call, visitRef, item, alongside: [...alongside] })
  if (verdict.outcome !== 'covered' || verdict.checkRef === null) throw new Error(`The line was not covered: ${verdict.outcome}`)
  return verdict.checkRef
}

export interface Given {
  trackingCode: string
  orderRef: string
  genericCode: string
  count: number
  uids: string[]
}

/** A first phase of a delivery: checked, packs inquired, delivered and not confirmed. Packs hold ten each. */
export async function givenUnconfirmed(payer: IhioPayer, call: PayerCall, { trackingCode, orderRef, genericCode, count, uids }: Given) {
  const verdict = await payer.checkDelivery({ ...call, trackingCode, item: deliveryItem(orderRef, genericCode, count), alongside: [] })
  if (verdict.outcome !== 'covered' || verdict.checkRef === null) throw new Error(`The delivery was not covered: ${verdict.outcome}`)
  const { checkRef } = verdict
  const packs = uids.map((uid) => ({ uid, count: count / uids.length }))
  for (const pack of packs) {
    const inquiry = await payer.inquirePack({ ...call, checkRef, ...pack })
    if (inquiry.outcome !== 'accepted') throw new Error(inquiry.advice)
  }
  const delivered = await payer.deliver({ ...call, trackingCode, lines: [{ checkRef, packs }] })
  if (delivered.outcome !== 'delivered-unconfirmed') throw new Error(delivered.advice)
  return { deliveryRef: delivered.deliveryRef, checkRef, price: verdict.price }
}
