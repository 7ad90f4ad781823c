import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asDoctor, asPharmacy, givenIhio, saved, toDeliver } from './testing/caller.ts'
import type { Caller, Ihio } from './testing/caller.ts'

let ihio: Ihio
let doctor: Caller
let pharmacy: Caller
beforeAll(async () => {
  ihio = await givenIhio()
  doctor = await asDoctor(ihio)
  pharmacy = await asPharmacy(ihio)
})
afterAll(() => ihio.close())

const ORDERED = 12

const step = fc.oneof(
  fc.record({ do: fc.constant('check' as const), count: fc.integer({ min: 1, max: ORDERED + 2 }) }),
  fc.record({ do: fc.constantFrom('deliver' as const, 'confirm' as const, 'delete' as const), which: fc.nat({ max: 5 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Off the counter: no packs to inquire, so that the units alone decide. */
function drugWithoutPacks(): string {
  const row = ihio.db
    .prepare(
      `SELECT code FROM catalogue_code WHERE list = 'drug' AND until IS NULL AND json_extract(detail, '$.legalClass') = 'OTC'
       AND json_extract(detail, '$.isCovered') AND NOT json_extract(detail, '$.needsDocument')
       AND coalesce(json_extract(detail, '$.maxQuantity'), 100) >= ${ORDERED} LIMIT 1`,
    )
    .get()
  return String(row?.['code'])
}

/** What stands of the line at the insurer, whatever was answered: the sum that must never exceed what was ordered. */
function standing(orderCheck: string): number {
  const row = ihio.db
    .prepare(
      `SELECT coalesce(sum(count), 0) AS n FROM ihio_delivery_check JOIN ihio_delivery ON ihio_delivery.code = delivery
       WHERE order_check = ? AND state IN ('confirmed', 'unconfirmed')`,
    )
    .get(orderCheck)
  return Number(row?.['n'])
}

test('however checks, deliveries, confirmations and deletions interleave, no more stands than was ordered', async () => {
  const genericCode = drugWithoutPacks()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const { trackingCode, checkCode } = await saved(doctor, genericCode, ORDERED)
      const checks: string[] = []
      const deliveries: string[] = []
      for (const it of steps) {
        await take(it, { genericCode, trackingCode, checkCode, checks, deliveries })
        expect(standing(checkCode)).toBeLessThanOrEqual(ORDERED)
      }
    }),
    { numRuns: 25 },
  )
})

interface Counter {
  genericCode: string
  trackingCode: string
  checkCode: string
  checks: string[]
  deliveries: string[]
}

async function take(it: Step, at: Counter): Promise<void> {
  if (it.do === 'check') {
    const subInfoWrapper = toDeliver(at.genericCode, it.count, at.checkCode)
    const verdict = await pharmacy.call('subscription/check/deliver', { trackingCode: at.trackingCode, subInfoWrapper })
    const code = verdict.info?.['checkCode']
    if (typeof code === 'string') at.checks.push(code)
    return
  }
  if (it.do === 'deliver') {
    const checkCode = at.checks[it.which % Math.max(1, at.checks.length)]
    if (checkCode === undefined) return
    const delivered = await pharmacy.call('prescription/deliver', { printCode: at.trackingCode, subscriptions: [{ checkCode, uIds: [] }] })
    if (delivered.resCode === 1) at.deliveries.push(String(delivered.info?.['checkCode']))
    return
  }
  const checkCode = at.deliveries[it.which % Math.max(1, at.deliveries.length)]
  if (checkCode !== undefined) await pharmacy.call(it.do === 'confirm' ? 'prescription/deliver/confirm' : 'prescription/delivered/delete', { checkCode })
}
