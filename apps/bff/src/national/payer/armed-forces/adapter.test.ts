import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startSandbox } from '@noskhe/sandbox/start'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openGateway } from '../../gateway/gateway.ts'
import { insurerRulesThrough } from '../../insurer-rules/adapter.ts'
import type { InsurerRules } from '../../insurer-rules/port.ts'
import { accountAt } from '../../testing/sandbox.ts'
import type { DeliveryItem, OrderItem, OrderVerdict, Payer, PayerPatient } from '../port.ts'
import { armedForcesPayer } from './adapter.ts'
import { armedForcesAt, doctor, newborn, otherDoctor, pharmacy, soldier } from './testing/insurer.ts'

const folder = await mkdtemp(join(tmpdir(), 'noskhe-armed-forces-'))
const clock = { at: new Date('2026-11-25T08:00:00Z') }
const now = () => clock.at
let sandbox: Awaited<ReturnType<typeof startSandbox>>
let db: DatabaseSync
let payer: Payer
let rules: InsurerRules

beforeAll(async () => {
  const dataFile = join(folder, 'sandbox.db')
  sandbox = await startSandbox({ port: 0, dataFile, now })
  db = new DatabaseSync(dataFile)
})
afterAll(async () => {
  db.close()
  await sandbox.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  await fault(null)
  rules = insurerRulesThrough(openGateway({ ...accountAt(sandbox.url), now }))
  payer = armedForcesPayer({ gateway: openGateway({ ...armedForcesAt(sandbox.url), now }), rules, now })
})

async function fault(it: object | null): Promise<void> {
  await fetch(`${sandbox.url}/_sandbox/faults/armed-forces`, {
    method: it === null ? 'DELETE' : 'PUT',
    headers: { 'content-type': 'application/json' },
    ...(it !== null && { body: JSON.stringify(it) }),
  })
}

interface DrugRow {
  code: string
  price: number
  most: number | null
}

const used = new Set<string>()
/** A drug in force that fits, with packs of ten, each time another. */
function aDrug(fits = `json_extract(detail, '$.isCovered') AND NOT json_extract(detail, '$.needsDocument') AND coalesce(json_extract(detail, '$.maxQuantity'), 100) >= 30 AND substr(json_extract(detail, '$.atc'), 1, 3) NOT IN ('J01', 'L01', 'G03')`): DrugRow {
  const rows = db
    .prepare(
      `SELECT code, json_extract(detail, '$.basePrice') AS price, json_extract(detail, '$.maxQuantity') AS most FROM catalogue_code
       WHERE list = 'drug' AND until IS NULL AND (${fits}) AND code IN (SELECT generic_code FROM ttac_packs WHERE units = 10 AND state = 'in-market') ORDER BY code`,
    )
    .all() as unknown as DrugRow[]
  const drug = rows.find((it) => !used.has(it.code))
  if (drug === undefined) throw new Error('The catalogue has no such drug left')
  used.add(drug.code)
  return drug
}

const packOf = (code: string): string =>
  String(db.prepare(`SELECT uid FROM ttac_packs WHERE generic_code = ? AND state = 'in-market' AND expiry > '2026-12' ORDER BY uid`).get(code)?.['uid'])
const packState = (uid: string) => db.prepare('SELECT state FROM ttac_packs WHERE uid = ?').get(uid)?.['state']

const orderItem = (code: string, count = 20): OrderItem => ({
  code: { system: 'generic', value: code }, count, consumption: 'یک قرص، روزی دو بار', instruction: 'بعد از غذا', note: '', periods: 1, compound: null, activeFrom: null,
})

const asDoctor = (patient: PayerPatient = soldier) => ({ party: doctor, patient })
const asPharmacy = { party: pharmacy, patient: soldier }

async function visit(patient: PayerPatient = soldier): Promise<string> {
  const opened = await payer.openVisit(asDoctor(patient))
  if (opened.outcome === 'refused') throw new Error(opened.advice)
  return opened.visitRef
}

function refOf(verdict: OrderVerdict): string {
  if (verdict.outcome === 'refused' || verdict.checkRef === null) throw new Error('not taken')
  return verdict.checkRef
}

async function lines(drugs: readonly DrugRow[], patient: PayerPatient = soldier) {
  const visitRef = await visit(patient)
  const checkRefs: string[] = []
  for (const { code } of drugs) {
    checkRefs.push(refOf(await payer.checkOrder({ ...asDoctor(patient), visitRef, item: orderItem(code), alongside: checkRefs })))
  }
  return { visitRef, checkRefs }
}

async function registered(drugs: readonly DrugRow[] = [aDrug()], patient: PayerPatient = soldier) {
  const written = await lines(drugs, patient)
  const answer = await payer.register({ ...asDoctor(patient), ...written })
  if (answer.outcome === 'refused') throw new Error(answer.advice)
  return { ...written, trackingCode: answer.trackingCode, drugs }
}

async function checkedAtCounter(it: { checkRefs: string[]; trackingCode: string; drugs: readonly DrugRow[] }, change: Partial<DeliveryItem> = {}) {
  const { compound: _compound, activeFrom: _activeFrom, ...item } = orderItem(it.drugs[0]?.code ?? '', 10)
  const verdict = await payer.checkDelivery({
    ...asPharmacy, trackingCode: it.trackingCode, alongside: [], item: { ...item, orderRef: it.checkRefs[0] ?? '', unitPrice: null, ...change },
  })
  if (verdict.outcome === 'refused' || verdict.checkRef === null || verdict.price === null) throw new Error('not priced')
  return { ...verdict, checkRef: verdict.checkRef, price: verdict.price }
}

async function given(it: Awaited<ReturnType<typeof registered>>) {
  const { checkRef, price } = await checkedAtCounter(it)
  const uid = packOf(it.drugs[0]?.code ?? '')
  expect(await payer.inquirePack({ ...asPharmacy, checkRef, uid, count: 10 })).toEqual({ outcome: 'accepted' })
  const begun = await payer.deliver({ ...asPharmacy, trackingCode: it.trackingCode, lines: [{ checkRef, packs: [{ uid, count: 10 }] }] })
  if (begun.outcome === 'refused') throw new Error(begun.advice)
  return { deliveryRef: begun.deliveryRef, uid, checkRef, price }
}

describe('writing', () => {
  test('who is insured there is covered, and who is not gets no visit', async () => {
    expect(await payer.coverage(asDoctor())).toMatchObject({ outcome: 'covered', patientName: 'حسین دلاوری', validUntil: '1407-05-31' })
    const uninsured = { identity: { kind: 'national-code', value: '1384950613' } } as const
    expect(await payer.openVisit(asDoctor(uninsured))).toMatchObject({ outcome: 'refused', reason: 'not-covered' })
  })

  test('a line is confirmed and priced by the rules: 85 percent of an outpatient’s drug', async () => {
    const drug = aDrug()
    const verdict = await payer.checkOrder({ ...asDoctor(), visitRef: await visit(), item: orderItem(drug.code), alongside: [] })
    const total = drug.price * 20
    expect(verdict).toMatchObject({
      outcome: 'covered',
      unitPrice: drug.price,
      price: { total, insurerShare: Math.floor(total * 0.85), patientShare: total - Math.floor(total * 0.85) },
      confirmation: { validUntil: '2026-11-26T08:00:00.000Z' },
    })
    if (verdict.outcome !== 'refused') expect(verdict.price?.source).toContain('NM-180')
  })

  test('what is not covered is told with its rule and may still be registered', async () => {
    const drug = aDrug(`NOT json_extract(detail, '$.isCovered')`)
    const verdict = await payer.checkOrder({ ...asDoctor(), visitRef: await visit(), item: orderItem(drug.code), alongside: [] })
    expect(verdict).toMatchObject({ outcome: 'not-covered', price: { insurerShare: 0 }, messages: [{ severity: 'warning', rule: { id: 'NM-100', version: 1 } }] })
    expect(refOf(verdict)).not.toBe('')
  })

  test('what a rule rejects has no confirmation and no name', async () => {
    const contraceptive = aDrug(`json_extract(detail, '$.atc') LIKE 'G03A%'`)
    expect(await payer.checkOrder({ ...asDoctor(), visitRef: await visit(), item: orderItem(contraceptive.code), alongside: [] })).toMatchObject({
      checkRef: null, messages: expect.arrayContaining([expect.objectContaining({ severity: 'rejection', rule: { id: 'NM-140', version: 1 } })]) as unknown,
    })
  })

  test('the whole is confirmed apart, and the same lines are answered with the same confirmation', async () => {
    const written = await lines([aDrug(), aDrug()])
    const first = await payer.confirmOrder?.({ ...asDoctor(), ...written })
    const again = await payer.confirmOrder?.({ ...asDoctor(), ...written, checkRefs: written.checkRefs.toReversed() })
    expect(first).toMatchObject({ outcome: 'confirmed' })
    expect(again).toEqual(first)
  })

  test('a confirmation of yesterday does not register; asked again it does', async () => {
    const drug = aDrug()
    const written = await lines([drug])
    clock.at = new Date(clock.at.getTime() + 25 * 3_600_000)
    expect(await payer.register({ ...asDoctor(), ...written })).toMatchObject({ outcome: 'refused', reason: 'expired' })
    const ref = refOf(await payer.checkOrder({ ...asDoctor(), visitRef: written.visitRef, item: orderItem(drug.code), alongside: [] }))
    expect(await payer.register({ ...asDoctor(), visitRef: written.visitRef, checkRefs: [ref] })).toMatchObject({ outcome: 'registered' })
  })

  test('a confirmation of another doctor registers nothing', async () => {
    const written = await lines([aDrug()])
    expect(await payer.register({ party: otherDoctor, patient: soldier, ...written })).toMatchObject({ outcome: 'refused', reason: 'expired' })
  })

  test('a newborn is served by the insurance code', async () => {
    const { trackingCode } = await registered([aDrug()], newborn)
    expect(await payer.openOrders({ party: pharmacy, patient: newborn })).toMatchObject({ orders: [{ trackingCode, patientName: 'نوزاد دلاوری' }] })
  })

  test('a registration whose answer was lost is found by its visit', async () => {
    const written = await lines([aDrug()])
    await fault({ kind: 'lose', times: 1, path: 'SaveMedicationPrescription' })
    await expect(payer.register({ ...asDoctor(), ...written })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect(await payer.findRegistration({ ...asDoctor(), visitRef: written.visitRef, writtenOn: now() })).toMatchObject({ outcome: 'registered' })
  })

  test('lines come back by the names they were registered with, and are changed by them', async () => {
    const it = await registered([aDrug(), aDrug()])
    const progress = await payer.progress({ ...asDoctor(), visitRef: it.visitRef })
    expect(progress.outcome === 'found' && progress.items.map(({ checkRef }) => checkRef)).toEqual(it.checkRefs)

    const other = aDrug()
    const added = refOf(await payer.checkOrder({ ...asDoctor(), visitRef: it.visitRef, item: orderItem(other.code), alongside: it.checkRefs.slice(1) }))
    const change = { visitRef: it.visitRef, add: [added], remove: it.checkRefs.slice(0, 1) }
    expect(await payer.amend({ ...asDoctor(), ...change })).toEqual({ outcome: 'registered', trackingCode: it.trackingCode })
    const changed = await payer.progress({ ...asDoctor(), visitRef: it.visitRef })
    expect(changed.outcome === 'found' && changed.items.map(({ checkRef }) => checkRef)).toEqual([it.checkRefs[1], added])
  })

  test('one taken back is gone, and taking it back again is no error', async () => {
    const { visitRef, trackingCode } = await registered()
    expect(await payer.withdraw?.({ ...asDoctor(), visitRef })).toEqual({ outcome: 'withdrawn' })
    expect(await payer.withdraw?.({ ...asDoctor(), visitRef })).toEqual({ outcome: 'withdrawn' })
    expect(await payer.order({ ...asPharmacy, trackingCode })).toMatchObject({ outcome: 'refused', reason: 'not-found' })
  })

  test('a number that our contract does not have is unlisted, with their words', async () => {
    await fault({ kind: 'unknown', times: 1, path: 'FindInsured' })
    expect(await payer.coverage(asDoctor())).toMatchObject({ outcome: 'refused', reason: 'unlisted', code: '799' })
  })

  test('an ended session is opened anew, unseen', async () => {
    await payer.coverage(asDoctor())
    db.exec('DELETE FROM af_session')
    expect(await payer.coverage(asDoctor())).toMatchObject({ outcome: 'covered' })
  })

  test('a wrong password says so', async () => {
    expect(await payer.coverage({ party: { ...doctor, password: 'x' }, patient: soldier })).toMatchObject({ outcome: 'refused', reason: 'sign-in' })
  })
})

describe('the counter', () => {
  test('a line is given in part, counts after its confirmation only, and stands in the bill', async () => {
    const it = await registered()
    const { deliveryRef, uid, price } = await given(it)
    const remaining = async () => {
      const found = await payer.order({ ...asPharmacy, trackingCode: it.trackingCode })
      return found.outcome === 'found' ? found.order.items[0] : undefined
    }
    expect(await remaining()).toMatchObject({ delivered: 0, remaining: 10 })
    expect(await payer.findDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'not-found' })
    const before = await payer.bills({ party: pharmacy, year: 1405, month: 9 })
    expect(await payer.confirmDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'confirmed' })
    expect(await payer.confirmDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'confirmed' })
    expect(await remaining()).toMatchObject({ delivered: 10, remaining: 10, status: 'partly-delivered' })
    expect(await payer.findDelivery({ ...asPharmacy, deliveryRef })).toMatchObject({ outcome: 'delivered', total: price.total, patientShare: price.patientShare })
    const after = await payer.bills({ party: pharmacy, year: 1405, month: 9 })
    const sumOf = (bill: typeof after) => (bill.outcome === 'found' ? bill.lines.reduce((sum, line) => sum + line.insurerShare, 0) : 0)
    expect(sumOf(after) - sumOf(before)).toBe(price.insurerShare)
    expect(packState(uid)).toBe('sold')
  })

  test('of a dearer price the insurer pays its share of the reference price, and a rule proposes the cheaper', async () => {
    const it = await registered()
    const reference = it.drugs[0]?.price ?? 0
    const { price, messages } = await checkedAtCounter(it, { unitPrice: reference + 1_001 })
    expect(price.insurerShare).toBe(Math.floor(reference * 10 * 0.85))
    expect(price.insurerShare + price.patientShare + price.discount).toBe(price.total)
    expect(messages).toContainEqual(expect.objectContaining({ severity: 'advisory', rule: { id: 'NM-170', version: 1 } }))
  })

  test('an unconfirmed delivery lapses: its pack is in the market and its units remain', async () => {
    const it = await registered()
    const { deliveryRef, uid } = await given(it)
    clock.at = new Date(clock.at.getTime() + 11 * 60_000)
    expect(await payer.confirmDelivery({ ...asPharmacy, deliveryRef })).toMatchObject({ outcome: 'refused', reason: 'expired' })
    expect(packState(uid)).toBe('in-market')
  })

  test('a confirmed delivery is taken back once', async () => {
    const { deliveryRef, uid } = await given(await registered())
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef })
    expect(await payer.deleteDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(await payer.findDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(packState(uid)).toBe('in-market')
  })

  test('a pack of another drug is refused', async () => {
    const { checkRef } = await checkedAtCounter(await registered())
    const answer = await payer.inquirePack({ ...asPharmacy, checkRef, uid: packOf(aDrug().code), count: 10 })
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'pack-mismatch' })
  })

  test('what was begun to be given is neither changed nor taken back', async () => {
    const it = await registered()
    await given(it)
    expect(await payer.withdraw?.({ ...asDoctor(), visitRef: it.visitRef })).toMatchObject({ outcome: 'refused', reason: 'already-delivered' })
  })

  test('another’s tracking code is no way to her prescription', async () => {
    const { trackingCode } = await registered([aDrug()], newborn)
    expect(await payer.order({ ...asPharmacy, trackingCode })).toMatchObject({ outcome: 'refused', reason: 'mismatch' })
  })
})

describe('the rules', () => {
  test('at the claim review a delivered line is looked at again, and a late one is rejected', async () => {
    const it = await registered()
    const { deliveryRef, checkRef } = await given(it)
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef })
    const confirmation = (JSON.parse(Buffer.from(checkRef, 'base64url').toString()) as { confirmation: string }).confirmation
    const review = () =>
      rules.judge({
        insurer: 'armed-forces', point: 'claim-review', patient: soldier, by: { councilNumber: pharmacy.username, siteId: 'SIAM-2200143' }, about: it.trackingCode,
        services: [{ key: 'line', code: { system: 'generic', value: it.drugs[0]?.code ?? '' }, count: 10, unitPrice: null, confirmation }],
      })
    expect(await review()).toMatchObject({ outcome: 'judged', services: [{ state: 'covered' }] })
    clock.at = new Date(clock.at.getTime() + 61 * 86_400_000)
    expect(await review()).toMatchObject({ outcome: 'judged', services: [{ state: 'rejected', confirmation: null, sayings: expect.arrayContaining([expect.objectContaining({ rule: { id: 'NM-190', version: 1 } })]) as unknown }] })
  })

  test('the bank is read as it was in force on a day', async () => {
    const versionOn = async (day: string) => (await rules.rulesInForce('armed-forces', new Date(day)))?.find(({ id }) => id === 'NM-111')
    expect(await versionOn('2026-09-01T09:00:00Z')).toMatchObject({ version: 1, terms: { most: 40 } })
    expect(await versionOn('2026-11-25T09:00:00Z')).toMatchObject({ version: 2, terms: { most: 24 }, until: null, about: 'ceiling' })
  })

  test('of a payer whose rules run in its purchase system there is no bank', async () => {
    expect(await rules.rulesInForce('salamat', now())).toBeNull()
  })
})
