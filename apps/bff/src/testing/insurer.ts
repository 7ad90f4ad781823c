import { randomUUID } from 'node:crypto'
import type { InsurerCode, OrderedItem, OrderItem, OrderVerdict, Payer, PayerMessage, RefusalReason, Refused } from '../national/payer/port.ts'
import { NationalUnavailable } from '../national/port.ts'
import { vitamin } from './catalogue.ts'

/** How the answer to a registration is lost: before it left us, on the way there, on the way back, or by our own death. */
export type Loss = 'not-sent' | 'on-the-way' | 'after-acting' | 'we-die'

export const refusal = (reason: RefusalReason, advice = 'بیمه نپذیرفت.'): Refused => ({ outcome: 'refused', reason, code: '-1', message: '', advice })

/** Lets nobody through before `size` have come. */
export function barrier(size: number): () => Promise<void> {
  const gate = Promise.withResolvers<void>()
  let come = 0
  return () => {
    come += 1
    if (come === size) gate.resolve()
    return gate.promise
  }
}

interface Line {
  visitRef: string
  item: OrderItem
  isRegistered: boolean
}

const PRICE = 10_000
const CEILING = 100

/**
 * An insurer in memory, from the doctor's side: a visit is opened once, a line belongs to its visit, a visit is registered
 * once, and what it was told it remembers whether or not its answer arrived.
 */
export class Insurer {
  readonly insurer: InsurerCode
  readonly port: Payer
  /** Names of the calls that reached it or were meant to, in order. */
  readonly calls: string[] = []
  /** What each order check was asked alongside with. */
  readonly alongside: string[][] = []
  /** The visits under which lines were asked about. */
  readonly visitsAsked = new Set<string>()
  readonly registrations = new Map<string, { trackingCode: string; checkRefs: string[] }>()
  /** Drug codes about which it stays silent. */
  readonly silentAbout = new Set<string>()
  /** What its rules say of every line. */
  says: PayerMessage[] = []
  /** Calls by name that go unanswered until taken out again. */
  readonly silentAt = new Set<string>()
  /** How the next registration is lost. */
  losesRegistration: Loss | null = null
  refusesRegistration: Refused | null = null
  /** How much of each drug code was given. */
  readonly given = new Map<string, number>()
  readonly #lines = new Map<string, Line>()
  readonly #visits = new Set<string>()

  constructor(insurer: InsurerCode = 'salamat') {
    this.insurer = insurer
    this.port = this.#port()
  }

  timesAsked = (call: string): number => this.calls.filter((it) => it === call).length

  /** IHIO keeps a SAMAD for a day. */
  endVisits(): void {
    this.#visits.clear()
  }

  #hear(call: string): void {
    this.calls.push(call)
    if (this.silentAt.has(call)) throw new NationalUnavailable(this.insurer, { sent: 'no', timedOut: true })
  }

  #port(): Payer {
    const unused = async () => {
      throw new Error('not asked by a doctor')
    }
    return {
      insurer: this.insurer,
      coverage: unused,
      openOrders: unused,
      order: unused,
      orderByVisit: unused,
      checkDelivery: unused,
      inquirePack: unused,
      releasePack: unused,
      deliver: unused,
      confirmDelivery: unused,
      findDelivery: unused,
      deleteDelivery: unused,
      bills: unused,
      openVisit: async () => {
        this.#hear('openVisit')
        const visitRef = randomUUID()
        this.#visits.add(visitRef)
        return { outcome: 'opened', visitRef }
      },
      checkOrder: async ({ visitRef, item, alongside }) => {
        this.#hear('checkOrder')
        if (this.silentAbout.has(item.code.value)) throw new NationalUnavailable(this.insurer, { sent: 'maybe', timedOut: true })
        this.alongside.push(alongside)
        this.visitsAsked.add(visitRef)
        return this.#check(visitRef, item)
      },
      register: async ({ visitRef, checkRefs }) => {
        this.#hear('register')
        return this.#losing(() => this.#register(visitRef, checkRefs))
      },
      amend: async ({ visitRef, add, remove }) => {
        this.#hear('amend')
        return this.#losing(() => this.#amend(visitRef, add, remove))
      },
      withdraw: async ({ visitRef }) => {
        this.#hear('withdraw')
        return this.#losing(() => (this.registrations.delete(visitRef) ? { outcome: 'withdrawn' as const } : refusal('not-found')))
      },
      findRegistration: async ({ visitRef }) => {
        this.#hear('findRegistration')
        const found = this.registrations.get(visitRef)
        return found ? { outcome: 'registered', trackingCode: found.trackingCode } : { outcome: 'not-registered' }
      },
      progress: async ({ visitRef }) => {
        this.#hear('progress')
        const registered = this.registrations.get(visitRef)
        return registered ? { outcome: 'found', items: registered.checkRefs.flatMap((ref) => this.#progressOf(ref)) } : refusal('not-found')
      },
    }
  }

  /** Tells this act, or loses its answer as a test wants it. */
  #losing<T>(act: () => T | Refused): T | Refused {
    const loss = this.losesRegistration
    this.losesRegistration = null
    if (loss === 'we-die') throw new Error('killed')
    if (loss === 'not-sent' || loss === 'on-the-way') {
      throw new NationalUnavailable(this.insurer, { sent: loss === 'not-sent' ? 'no' : 'maybe', timedOut: true })
    }
    if (this.refusesRegistration) return this.refusesRegistration
    const answer = act()
    if (loss === 'after-acting') throw new NationalUnavailable(this.insurer, { sent: 'maybe', timedOut: true })
    return answer
  }

  #check(visitRef: string, item: OrderItem): OrderVerdict {
    if (!this.#visits.has(visitRef)) return refusal('not-found')
    if (this.insurer === 'private') return this.#keep(visitRef, item, { outcome: 'not-covered', maxCovered: null, unitPrice: null, messages: [] })
    if (item.code.value === vitamin) return refusal('not-covered', 'این قلم در تعهد بیمه نیست.')
    const verdict = { maxCovered: CEILING, unitPrice: PRICE, messages: this.says }
    if (item.count > CEILING) return { ...verdict, outcome: 'over-ceiling', checkRef: null }
    return this.#keep(visitRef, item, { ...verdict, outcome: 'covered' })
  }

  #keep(visitRef: string, item: OrderItem, verdict: Omit<Exclude<OrderVerdict, Refused>, 'checkRef'>): OrderVerdict {
    const checkRef = randomUUID()
    this.#lines.set(checkRef, { visitRef, item, isRegistered: false })
    return { ...verdict, checkRef }
  }

  #register(visitRef: string, checkRefs: string[]): Awaited<ReturnType<Payer['register']>> {
    if (!this.#visits.has(visitRef)) return refusal('expired')
    if (this.registrations.has(visitRef)) return refusal('already-used')
    for (const ref of checkRefs) {
      const line = this.#lines.get(ref)
      if (line?.visitRef !== visitRef || line.isRegistered) return refusal('mismatch')
      line.isRegistered = true
    }
    const trackingCode = String(10_000 + this.registrations.size)
    this.registrations.set(visitRef, { trackingCode, checkRefs })
    return { outcome: 'registered', trackingCode }
  }

  #amend(visitRef: string, add: string[], remove: string[]): Awaited<ReturnType<Payer['amend']>> {
    const registered = this.registrations.get(visitRef)
    if (!registered) return refusal('not-found')
    if (registered.checkRefs.some((ref) => this.#progressOf(ref).some(({ delivered }) => delivered > 0))) return refusal('already-delivered')
    if (remove.some((ref) => !registered.checkRefs.includes(ref))) return refusal('mismatch')
    if (add.some((ref) => this.#lines.get(ref)?.visitRef !== visitRef)) return refusal('mismatch')
    registered.checkRefs = [...registered.checkRefs.filter((ref) => !remove.includes(ref)), ...add]
    return { outcome: 'registered', trackingCode: registered.trackingCode }
  }

  #progressOf(checkRef: string): OrderedItem[] {
    const line = this.#lines.get(checkRef)
    if (!line) return []
    const { code, count, ...directions } = line.item
    const delivered = this.given.get(code.value) ?? 0
    const status = delivered === 0 ? 'ordered' : delivered < count ? 'partly-delivered' : 'delivered'
    return [
      { ...directions, checkRef, code, name: code.value, form: null, ordered: count, delivered, remaining: count - delivered, status, unitPrice: PRICE, deliveries: [] },
    ]
  }
}
