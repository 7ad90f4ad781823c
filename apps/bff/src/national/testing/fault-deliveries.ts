import type { DeliveryItem, OrderedItem, Payer, PayerPatient, Party } from '../payer/port.ts'
import type { National } from '../port.ts'
import { browser, item, parties, patients, pharmacy } from './fault-examples.ts'
import type { RegisteringInsurer } from './fault-examples.ts'
import type { FaultRow, Given } from './fault-row.ts'

/** The counter's account at each payer. */
const counters: Record<RegisteringInsurer, Party> = {
  salamat: { username: 'nikan.pharmacy', password: 'Ihio-demo-23871', ...browser },
  tamin: { username: '0082641358', password: 'Tamin-demo-23871', siteId: pharmacy, ...browser },
  'armed-forces': { username: '23871', password: 'Nezam-demo-23871', siteId: pharmacy, ...browser },
  private: { username: '23871', password: '', siteId: pharmacy, ...browser },
}

interface Counter {
  payer: Payer
  who: { party: Party; patient: PayerPatient }
}

/** A line of a registered prescription, as the counter found it. */
interface Open {
  trackingCode: string
  line: OrderedItem
}

/** A line that was checked at the counter. */
interface Checked extends Open {
  checkRef: string
  needsPacks: boolean
}

/** Who answers for packs and for delivery of each payer, and who is asked what a line costs. */
const services: Record<RegisteringInsurer, { check: string | null; packs: string; delivery: string }> = {
  salamat: { check: 'ihio', packs: 'ihio', delivery: 'ihio' },
  tamin: { check: 'tamin', packs: 'tamin', delivery: 'tamin' },
  'armed-forces': { check: 'insurer-rules', packs: 'armed-forces', delivery: 'armed-forces' },
  // Nobody prices a private line, and what is delivered is told with its confirmation.
  private: { check: null, packs: 'ttac', delivery: 'sepas' },
}

/** More units of a line than a row has cells, each of which takes one; no two rows write the same prescription. */
const FEWEST_UNITS = 21

/** Packs that a row may sell, and one that stays. */
const CELLS = 11

/** What the counter tells and asks a payer, one row each. */
export function deliveryRows(insurer: RegisteringInsurer): FaultRow[] {
  const { check, packs, delivery } = services[insurer]
  const plans: Plan[] = [
    ...(check === null ? [] : [{ call: 'checkDelivery', service: check, isWrite: false, prepare: prepareCheck }]),
    // Their session is opened by the first thing that is told, and that one is meant here.
    { call: 'inquirePack', service: packs, isWrite: true, prepare: prepareInquiry, ...(insurer === 'armed-forces' && { path: 'InquirePack' }) },
    { call: 'releasePack', service: packs, isWrite: true, prepare: prepareRelease },
    // A private delivery is told in one phase, by its confirmation.
    ...(insurer === 'private' ? [] : [{ call: 'deliver', service: delivery, isWrite: true, prepare: prepareDelivery }]),
    { call: 'confirmDelivery', service: delivery, isWrite: true, prepare: prepareConfirmation },
    { call: 'deleteDelivery', service: delivery, isWrite: true, prepare: prepareDeletion },
  ]
  return plans.map(({ prepare, ...plan }, place) => {
    const open = once((given: Given) => openOrder(insurer, given, { place, sells: selling.has(plan.call) }))
    return {
      ...plan, port: `payers.${insurer}`,
      prepare: async (given) => {
        const at = { payer: payerOf(given.national, insurer), who: { party: counters[insurer], patient: patients[insurer] } }
        return prepare(at, await checkAt(at, await open(given)), given.market)
      },
    }
  })
}

const selling = new Set(['deliver', 'confirmDelivery', 'deleteDelivery'])

type Call = () => Promise<unknown>
type Market = Given['market']

interface Plan extends Pick<FaultRow, 'call' | 'service' | 'path' | 'isWrite'> {
  prepare: (at: Counter, checked: Checked, market: Market) => Promise<Call>
}

const prepareCheck: Plan['prepare'] = async ({ payer, who }, { trackingCode, line }) =>
  () => payer.checkDelivery({ ...who, trackingCode, item: deliveryItem(line), alongside: [] })

const prepareInquiry: Plan['prepare'] = async ({ payer, who }, { checkRef, line }, market) => {
  const pack = { checkRef, uid: aPack(market, line), count: 1 }
  return () => payer.inquirePack({ ...who, ...pack })
}

const prepareRelease: Plan['prepare'] = async ({ payer, who }, { checkRef, line }, market) => {
  const pack = { checkRef, uid: aPack(market, line), count: 1 }
  await payer.inquirePack({ ...who, ...pack })
  return () => payer.releasePack({ ...who, ...pack })
}

/** Up to the first phase, which is left to be told. */
async function prepareDelivery({ payer, who }: Counter, { trackingCode, checkRef, needsPacks, line }: Checked, market: Market) {
  const packs = needsPacks ? [{ uid: soldPack(market, line), count: 1 }] : []
  for (const pack of packs) {
    const answer = await payer.inquirePack({ ...who, checkRef, ...pack })
    if (answer.outcome === 'refused') throw new Error(answer.advice)
  }
  return () => payer.deliver({ ...who, trackingCode, lines: [{ checkRef, packs }] })
}

async function prepareConfirmation(at: Counter, checked: Checked, market: Market) {
  const begun = await (await prepareDelivery(at, checked, market))()
  if (begun.outcome === 'refused') throw new Error(begun.advice)
  const { deliveryRef } = begun
  return Object.assign(() => at.payer.confirmDelivery({ ...at.who, deliveryRef }), { deliveryRef })
}

const prepareDeletion: Plan['prepare'] = async (at, checked, market) => {
  const confirm = await prepareConfirmation(at, checked, market)
  const confirmed = await confirm()
  if (confirmed.outcome === 'refused') throw new Error(confirmed.advice)
  return () => at.payer.deleteDelivery({ ...at.who, deliveryRef: confirm.deliveryRef })
}

/** A pack that stays in the market: of those that are sold the last is never taken. */
function aPack(market: Market, { code }: OrderedItem): string {
  const [first] = market.get(code.value) ?? []
  if (first === undefined) throw new Error(`The market has no pack of ${code.value}`)
  return first
}

/** Each sold pack is of one cell: what one may have sold, another does not ask for. */
function soldPack(market: Market, { code }: OrderedItem): string {
  const packs = market.get(code.value) ?? []
  const uid = packs.length > 1 ? packs.pop() : undefined
  if (uid === undefined) throw new Error(`The market has too few packs of ${code.value}`)
  return uid
}

function once<In, Out>(make: (given: In) => Promise<Out>): (given: In) => Promise<Out> {
  let made: Promise<Out> | undefined
  return (given) => (made ??= make(given))
}

/**
 * One prescription for all the cells of a row: an insurer counts the visits of a patient's day. A row that sells packs has a
 * drug to itself, or one of which the payer asks for none.
 */
async function openOrder(insurer: RegisteringInsurer, { national, market, sold }: Given, { place, sells }: { place: number; sells: boolean }): Promise<Open> {
  const payer = payerOf(national, insurer)
  const at = { payer, who: { party: counters[insurer], patient: patients[insurer] } }
  for (const drug of market.keys()) {
    if (sells && (sold.has(drug) || (market.get(drug) ?? []).length < CELLS)) continue
    const open = await registeredAt(insurer, at, { drug, units: FEWEST_UNITS + place })
    if (open === null) continue
    if (!sells || !(await checkAt(at, open)).needsPacks) return open
    if (!asksAlways(insurer)) continue
    sold.add(drug)
    return open
  }
  throw new Error(`${insurer} takes no drug of the market for row ${place}`)
}

const asksAlways = (insurer: RegisteringInsurer): boolean => insurer === 'armed-forces' || insurer === 'private'

/** Null where the insurer does not take so much of this drug. */
async function registeredAt(insurer: RegisteringInsurer, { payer, who }: Counter, { drug, units }: { drug: string; units: number }): Promise<Open | null> {
  const doctor = { party: parties[insurer], patient: who.patient }
  const visit = await payer.openVisit(doctor)
  if (visit.outcome !== 'opened') throw new Error(`No visit: ${visit.advice}`)
  const { visitRef } = visit
  const verdict = await payer.checkOrder({ ...doctor, visitRef, item: item(drug, units), alongside: [] })
  const isTaken = verdict.outcome === (insurer === 'private' ? 'not-covered' : 'covered')
  if (!isTaken || verdict.checkRef === null || (verdict.maxCovered ?? units) < units) return null
  const registered = await payer.register({ ...doctor, visitRef, checkRefs: [verdict.checkRef] })
  if (registered.outcome !== 'registered') throw new Error(registered.advice)
  const { trackingCode } = registered
  const found = await payer.order({ ...who, trackingCode })
  const line = found.outcome === 'found' ? found.order.items[0] : undefined
  if (line === undefined) throw new Error(`${insurer} does not find what it has registered`)
  return { trackingCode, line }
}

async function checkAt({ payer, who }: Counter, { trackingCode, line }: Open): Promise<Checked> {
  const verdict = await payer.checkDelivery({ ...who, trackingCode, item: deliveryItem(line), alongside: [] })
  if (verdict.outcome === 'refused' || verdict.checkRef === null) throw new Error(`Not given: ${JSON.stringify(verdict)}`)
  return { trackingCode, line, checkRef: verdict.checkRef, needsPacks: verdict.needsPackCheck }
}

const deliveryItem = ({ checkRef, code, consumption, instruction, note, periods }: OrderedItem): DeliveryItem => ({
  orderRef: checkRef, code, count: 1, consumption, instruction, note, periods, unitPrice: null,
})

export function payerOf({ payers }: National, insurer: RegisteringInsurer): Payer {
  const payer = payers[insurer]
  if (payer === undefined) throw new Error(`${insurer} is not connected`)
  return payer
}
