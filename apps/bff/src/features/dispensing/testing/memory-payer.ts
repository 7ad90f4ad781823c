import { randomUUID } from 'node:crypto'
import type { DeliveryLine, InsurerCode, OrderedItem, Payer, PayerCall, RefusalReason, Refused } from '../../../national/payer/port.ts'
import { NationalUnavailable } from '../../../national/port.ts'

export interface MemoryOrder {
  nationalCode: string
  trackingCode: string
  patientName: string
  items: OrderedItem[]
}

type Phase = 'deliver' | 'confirm'
/** How an answer is lost: before anything reached the payer, on the way to it, or on the way back. */
type Loss = 'not-sent' | 'on-the-way' | 'after-acting'

export const refusal = (reason: RefusalReason, advice = 'بیمه نپذیرفت'): Refused => ({ outcome: 'refused', reason, code: '-1', message: '', advice })

/**
 * A payer in memory that counts as the real one does: only confirmed deliveries count, unconfirmed ones hold the rest back, a
 * check ref is used once, and confirming twice is one confirmation.
 */
export class MemoryPayer {
  readonly orders: MemoryOrder[] = []
  readonly held = new Set<string>()
  readonly calls: string[] = []
  /** Of generic codes: lines whose packs must be inquired. */
  readonly wantsPacks = new Set<string>()
  /** Answers of `checkDelivery` by generic code, instead of «covered». */
  readonly refusals = new Map<string, Refused>()
  readonly loses: Partial<Record<Phase, Loss>> = {}
  isSilent = false
  refusesDelivery: Refused | null = null
  refusesPack: Refused | null = null
  readonly #checks = new Map<string, { item: OrderedItem; count: number; isUsed: boolean }>()
  readonly #deliveries = new Map<string, { isConfirmed: boolean; lines: DeliveryLine[] }>()
  readonly port: Payer

  readonly insurer: InsurerCode

  constructor(insurer: InsurerCode = 'salamat') {
    this.insurer = insurer
    this.port = this.#port()
  }

  confirmedOf(item: OrderedItem): number {
    return this.#sum(item, true)
  }

  #sum(item: OrderedItem, isConfirmed: boolean): number {
    const lines = [...this.#deliveries.values()].filter((it) => it.isConfirmed === isConfirmed).flatMap((it) => it.lines)
    return lines.map((line) => this.#checks.get(line.checkRef)).reduce((sum, it) => sum + (it?.item === item ? it.count : 0), 0)
  }

  #left = (item: OrderedItem) => item.ordered - this.#sum(item, true) - this.#sum(item, false)

  #find = (call: PayerCall, trackingCode: string) =>
    this.orders.find((it) => it.nationalCode === call.patient.identity.value && it.trackingCode === trackingCode)

  #hear(name: string): void {
    this.calls.push(name)
    if (this.isSilent) throw new NationalUnavailable(this.insurer, { sent: 'maybe', timedOut: true })
  }

  #lose<T>(phase: Phase, act: () => T): T {
    const loss = this.loses[phase]
    delete this.loses[phase]
    if (loss === 'not-sent') throw new NationalUnavailable(this.insurer, { sent: 'no' })
    if (loss === 'on-the-way') throw new NationalUnavailable(this.insurer, { sent: 'maybe', timedOut: true })
    const answer = act()
    if (loss === 'after-acting') throw new NationalUnavailable(this.insurer, { sent: 'maybe', timedOut: true })
    return answer
  }

  #port(): Payer {
    const unused = async () => {
      throw new Error('not asked at the counter')
    }
    return {
      insurer: this.insurer,
      openVisit: unused,
      checkOrder: unused,
      register: unused,
      amend: unused,
      findRegistration: unused,
      progress: unused,
      orderByVisit: unused,
      deleteDelivery: unused,
      bills: unused,
      coverage: async (call) => {
        this.#hear('coverage')
        const order = this.orders.find((it) => it.nationalCode === call.patient.identity.value)
        return order
          ? { outcome: 'covered', patientName: order.patientName, fund: 'کارکنان دولت', validUntil: null, messages: [] }
          : refusal('patient-unknown')
      },
      openOrders: async (call) => {
        this.#hear('openOrders')
        const orders = this.orders.filter((it) => it.nationalCode === call.patient.identity.value)
        const open = orders.filter((it) => it.items.some((item) => this.#sum(item, true) < item.ordered))
        const shown = { visitRef: 'v', writtenAt: '2026-11-20T08:00:00.000Z', writtenAtCentre: 'درمانگاه مهر ونک', fund: 'کارکنان دولت' }
        return { outcome: 'found', orders: open.map(({ trackingCode, patientName }) => ({ ...shown, trackingCode, patientName })) }
      },
      order: async (call) => {
        this.#hear('order')
        const order = this.#find(call, call.trackingCode)
        if (!order) return refusal('not-found')
        const items = order.items.map((item) => {
          const delivered = this.#sum(item, true)
          return { ...item, delivered, remaining: item.ordered - delivered }
        })
        const prescriber = { name: 'نرگس کاویانی', councilNumber: '145263', licence: null, phone: null }
        return { outcome: 'found', order: { trackingCode: order.trackingCode, visitRef: 'v', writtenAt: '2026-11-20T08:00:00.000Z', prescriber, items } }
      },
      checkDelivery: async (call) => {
        this.#hear('checkDelivery')
        const item = this.#find(call, call.trackingCode)?.items.find((it) => it.checkRef === call.item.orderRef)
        if (!item) return refusal('not-found')
        const refused = this.refusals.get(item.code.value)
        if (refused) return refused
        const checkRef = randomUUID()
        this.#checks.set(checkRef, { item, count: call.item.count, isUsed: false })
        const total = (item.unitPrice ?? 0) * call.item.count
        // The port tells whole Rial.
        const insurerShare = Math.floor((total * 70) / 100)
        const price = { total, insurerShare, patientShare: total - insurerShare, discount: 0 }
        return { outcome: 'covered', checkRef, price, maxCovered: null, needsPackCheck: this.wantsPacks.has(item.code.value), messages: [] }
      },
      inquirePack: async ({ checkRef, uid }) => {
        this.#hear('inquirePack')
        if (this.refusesPack) return this.refusesPack
        this.held.add(`${checkRef}:${uid}`)
        return { outcome: 'accepted' }
      },
      releasePack: async ({ checkRef, uid }) => {
        this.#hear('releasePack')
        this.held.delete(`${checkRef}:${uid}`)
        return { outcome: 'released' }
      },
      deliver: async ({ lines }) => {
        this.#hear('deliver')
        return this.#lose('deliver', () => this.#begin(lines))
      },
      confirmDelivery: async ({ deliveryRef }) => {
        this.#hear('confirmDelivery')
        return this.#lose('confirm', () => {
          const it = this.#deliveries.get(deliveryRef)
          if (!it) return refusal('not-found')
          it.isConfirmed = true
          return { outcome: 'confirmed' as const }
        })
      },
      findDelivery: async ({ deliveryRef }) => {
        this.#hear('findDelivery')
        if (!this.#deliveries.get(deliveryRef)?.isConfirmed) return { outcome: 'not-found' }
        return { outcome: 'delivered', visitRef: 'v', orderedAt: null, deliveredAt: null, total: 0, patientShare: 0, lines: [] }
      },
    }
  }

  #begin(lines: DeliveryLine[]) {
    if (this.refusesDelivery) return this.refusesDelivery
    const checks = lines.map((line) => this.#checks.get(line.checkRef))
    for (const check of checks) {
      if (!check) return refusal('invalid')
      if (check.isUsed) return refusal('already-delivered')
      if (check.count > this.#left(check.item)) return refusal('over-ceiling', 'ماندهٔ نسخه کمتر از این است')
    }
    for (const check of checks) if (check) check.isUsed = true
    const deliveryRef = randomUUID()
    this.#deliveries.set(deliveryRef, { isConfirmed: false, lines })
    return { outcome: 'delivered-unconfirmed' as const, deliveryRef }
  }

  /** What the insurer does after half an hour: an unconfirmed delivery is forgotten. */
  lapse(): void {
    for (const [ref, it] of this.#deliveries) if (!it.isConfirmed) this.#deliveries.delete(ref)
  }
}
