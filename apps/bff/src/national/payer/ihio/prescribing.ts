import { compactJalali } from '@noskhe/national-wire/ihio/date'
import { NationalUnavailable } from '../../gateway/failures.ts'
import type { ItemCode, OrderItem, Payer, PayerCall, Refused } from '../port.ts'
import { refusedAs } from './answer.ts'
import { itemTypeOf } from './item-type.ts'
import { openKeeper } from '../keeper.ts'
import { coverageOf, itemOf, notCovered, orderOf, orderVerdict, uncoveredOrder } from './reading.ts'
import type { PartySession, Sessions } from './sessions.ts'

const DAY = 86_400_000
/** Reference prices change by decree, not by the hour. */
const PRICE_MS = DAY / 4
const PAGE = 50
const MOST_PAGES = 10

type Prescribing = Pick<Payer, 'coverage' | 'openVisit' | 'checkOrder' | 'register' | 'amend' | 'findRegistration' | 'progress' | 'orderByVisit'>

/** The doctor's side of the insurer. */
export function prescribing(sessions: Sessions, now: () => Date): Prescribing {
  const prices = openKeeper<number | null>(now)

  return {
    async coverage({ party, patient }) {
      const citizen = await sessions.citizen(party, patient, { isFresh: true })
      return citizen.outcome === 'refused' ? citizen : coverageOf(citizen.info)
    },

    async openVisit({ party, patient }) {
      const own = await sessions.party(party)
      if (own.outcome === 'refused') return own
      const citizen = await sessions.citizen(party, patient, { isFresh: true })
      if (citizen.outcome === 'refused') return citizen
      const coverage = coverageOf(citizen.info)
      if (coverage.outcome === 'refused') return coverage
      if (coverage.outcome === 'not-covered') return notCovered(citizen.info)
      const site = await siteOf(sessions, party, own.info)
      if (typeof site !== 'number') return site
      const answer = await sessions.forPatient('samad/electronic/generate', { party, patient }, { receiptPartnerId: site })
      return answer.outcome === 'refused' ? answer : { outcome: 'opened', visitRef: answer.info.samadCode }
    },

    async checkOrder({ visitRef, item, alongside, ...who }) {
      const answer = await sessions.forPatient('subscription/check/order', who, {
        samadCode: visitRef,
        subInfoWrapper: { service: orderedService(item), otherServices: alongside.map((checkCode) => ({ checkCode })) },
      })
      if (answer.outcome === 'refused') return uncoveredOrder(answer)
      return orderVerdict(answer.info, await unitPrice(who, item.code))
    },

    async register({ visitRef, checkRefs, ...who }) {
      const subscriptions = checkRefs.map((checkCode) => ({ checkCode }))
      const answer = await sessions.forPatient('prescription/save', who, { samadCode: visitRef, subscriptions })
      return answer.outcome === 'refused' ? answer : { outcome: 'registered', trackingCode: answer.info.trackingCode }
    },

    async amend({ visitRef, add, remove, ...who }) {
      const answer = await sessions.forPatient('prescription/update', who, {
        samadCode: visitRef,
        subscriptions: add.map((checkCode) => ({ checkCode })),
        deleteSubscriptions: remove.map((checkCode) => ({ checkCode })),
      })
      return answer.outcome === 'refused' ? answer : { outcome: 'registered', trackingCode: answer.info.trackingCode }
    },

    /** Whether anything stands under the visit is asked by SAMAD; only the list of own SAMADs tells the tracking code. */
    async findRegistration({ visitRef, writtenOn, ...who }) {
      const saved = await sessions.forPatient('prescription/fetch/samad', who, { samadCode: visitRef })
      if (saved.outcome === 'refused') return saved.reason === 'not-found' ? { outcome: 'not-registered' } : saved
      return findTrackingCode(sessions, { ...who, visitRef, writtenOn })
    },

    async progress({ visitRef, ...who }) {
      const answer = await sessions.forPatient('prescription/fetch/samad', who, { samadCode: visitRef })
      return answer.outcome === 'refused' ? answer : { outcome: 'found', items: answer.info.subscriptionInfos.map(itemOf) }
    },

    async orderByVisit({ visitRef, ...who }) {
      const answer = await sessions.forPatient('prescription/fetch/samad', who, { samadCode: visitRef })
      if (answer.outcome === 'refused') return answer
      return { outcome: 'found', order: orderOf(answer.info, { trackingCode: null, visitRef }) }
    },
  }

  /** Reference price of one unit. It only informs: what fails here fails nothing. */
  async function unitPrice(who: PayerCall, code: ItemCode): Promise<number | null> {
    try {
      return await prices.get(code.value, async () => {
        const answer = await sessions.forPatient('product/irc/cofamily/fetch/generic', who, { genCode: code.value })
        const products = answer.outcome === 'refused' ? [] : (answer.info ?? [])
        const product = products.find((it) => it.isDefault) ?? products[0]
        return { value: product?.basePrice ?? null, forMs: product === undefined ? null : PRICE_MS }
      })
    } catch (error) {
      if (error instanceof NationalUnavailable) return null
      throw error
    }
  }
}

/** `type` and `mode` as the wire package documents them; an optional key is left out rather than sent empty. */
const orderedService = (item: OrderItem) => ({
  count: item.count,
  nationalNumber: item.code.value,
  type: itemTypeOf(item),
  mode: 'ELECTRONIC' as const,
  consumption: item.consumption,
  consumptionInstruction: item.instruction,
  description: item.note,
  numberOfPeriod: item.periods,
  ...(item.compound !== null && { bulkId: item.compound }),
  ...(item.activeFrom !== null && { activeFrom: Number(item.activeFrom.replaceAll('-', '')) }),
})

/**
 * The insurer's number of the centre she works in. The session names one centre with its SIAM id; the list of the others has
 * id and name only, so a centre is found there by its number or by a SIAM id within the name (our sandbox writes it so).
 */
async function siteOf(sessions: Sessions, party: PayerCall['party'], session: PartySession): Promise<number | Refused> {
  const { siteId } = party
  if (siteId === undefined || siteId === session.siamCode || siteId === String(session.partnerId)) return session.partnerId
  const answer = await sessions.asParty('partner/fetch/partnerid', party, {})
  if (answer.outcome === 'refused') return answer
  const partners = answer.info ?? []
  const found = partners.find((it) => String(it.id) === siteId || it.partnerName?.includes(siteId))
  if (found !== undefined) return found.id
  return partners.length <= 1 ? session.partnerId : notOneOfYours
}

const notOneOfYours = refusedAs(
  ['no-access', 'این مرکز در حساب بیمهٔ سلامت شما نیست. مرکز کاری خود را عوض کنید یا از ادارهٔ بیمهٔ سلامت بخواهید آن را به حساب شما بیفزاید.'],
  'partnerId',
  '',
)

const listedNowhere = refusedAs(
  ['insurer-fault', 'نسخه در بیمهٔ سلامت ثبت شده است ولی کد رهگیری آن هنوز در فهرست نسخه‌های شما نیست. چند دقیقهٔ دیگر دوباره استعلام کنید.'],
  'tarckingCode',
  '',
)

type Searched = PayerCall & { visitRef: string; writtenOn: Date }

async function findTrackingCode(sessions: Sessions, { party, patient, visitRef, writtenOn }: Searched) {
  // A day to each side: our clock and the insurer's need not agree about midnight.
  const span = {
    fromDate: compactJalali(new Date(writtenOn.getTime() - DAY)),
    toDate: compactJalali(new Date(writtenOn.getTime() + DAY)),
    nationalNumber: patient.identity.value,
  }
  for (let index = 0; index < MOST_PAGES; index++) {
    const answer = await sessions.asParty('samad/ordered/search', party, { ...span, index, count: PAGE })
    if (answer.outcome === 'refused') return answer.reason === 'not-found' ? listedNowhere : answer
    const row = answer.info.find((it) => it.samadCode === visitRef)
    if (row?.tarckingCode) return { outcome: 'registered' as const, trackingCode: row.tarckingCode }
    if (answer.info.length < PAGE) break
  }
  return listedNowhere
}
