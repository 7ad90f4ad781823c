import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ItemKind } from '../port.ts'
import { givenAnswers, partySession } from './testing/answers.ts'
import { doctor, givenInsurer, givenOrder, givenUnconfirmed, insured, orderItem, otherInsured, paraclinic, pharmacy, serviceItem, services } from './testing/insurer.ts'
import type { IhioPayer, Insurer } from './testing/insurer.ts'

let insurer: Insurer
let payer: IhioPayer
let drug: ReturnType<Insurer['aDrug']>
let order: Awaited<ReturnType<typeof givenOrder>>
let deliveryRef: string
let unconfirmedRef: string
beforeAll(async () => {
  insurer = await givenInsurer()
  payer = insurer.payer()
  drug = insurer.aDrug()
  const lines = [orderItem(drug.genericCode, 20), ...(['lab', 'imaging', 'physician-service', 'referral'] as const).map((kind) => serviceItem(kind, services[kind]))]
  order = await givenOrder(payer, who, lines)
  const given = { trackingCode: order.trackingCode, orderRef: order.orderRefs[0] ?? '', genericCode: drug.genericCode, count: 10 }
  const [first = '', second = ''] = insurer.packs(drug.genericCode)
  deliveryRef = (await givenUnconfirmed(payer, atCounter, { ...given, uids: [first] })).deliveryRef
  await payer.confirmDelivery({ ...atCounter, deliveryRef })
  unconfirmedRef = (await givenUnconfirmed(payer, atCounter, { ...given, uids: [second] })).deliveryRef
})
afterAll(() => insurer.close())

const who = { party: doctor, patient: insured }
const atCounter = { party: pharmacy, patient: insured }
const textOf = (page: Awaited<ReturnType<IhioPayer['printable']['order']>>) => (page.outcome === 'printed' ? Buffer.from(page.bytes).toString('utf8') : page.advice)

describe('a prescription', () => {
  test.each<[ItemKind, () => string]>([
    ['drug', () => drug.nameFa],
    ['lab', () => 'قند'],
    ['imaging', () => 'سینه'],
    ['physician-service', () => 'نوار قلب'],
    ['referral', () => 'ارجاع به متخصص قلب'],
  ])('has a page of kind %s with its lines', async (kind, nameOf) => {
    const page = await payer.printable.order({ ...who, visitRef: order.visitRef, kind })
    expect(page).toMatchObject({ outcome: 'printed', mediaType: 'text/html' })
    expect(textOf(page)).toContain(nameOf())
    expect(textOf(page)).toContain(order.trackingCode)
    expect(textOf(page).includes(drug.nameFa)).toBe(kind === 'drug')
  })

  test.each<[string, object, string, string]>([
    ['of a kind that it does not hold', { kind: 'physiotherapy' }, 'not-found', '-40320'],
    ['for another patient', { patient: otherInsured }, 'mismatch', '-40242'],
    ['that nobody registered', { visitRef: '1'.repeat(18) }, 'not-found', '-40301'],
    ['by what is no SAMAD', { visitRef: 'x' }, 'invalid', '-40241'],
  ])('is not printed %s', async (_, change, reason, code) => {
    expect(await payer.printable.order({ ...who, visitRef: order.visitRef, kind: 'drug', ...change })).toMatchObject({ outcome: 'refused', reason, code })
  })
})

describe('a delivery', () => {
  test('is printed with what was handed over', async () => {
    const page = await payer.printable.delivery({ party: pharmacy, deliveryRef })
    expect(page).toMatchObject({ outcome: 'printed', mediaType: 'text/html' })
    expect(textOf(page)).toContain(String(drug.basePrice * 10))
  })

  test.each<[string, () => object, string, string]>([
    ['to somebody else', () => ({ party: paraclinic }), 'not-yours', '-41212'],
    ['before it is confirmed', () => ({ deliveryRef: unconfirmedRef }), 'not-found', '-41301'],
    ['by what is no code', () => ({ deliveryRef: 'x' }), 'invalid', '-41211'],
  ])('is not printed %s', async (_, changeOf, reason, code) => {
    expect(await payer.printable.delivery({ party: pharmacy, deliveryRef, ...changeOf() })).toMatchObject({ outcome: 'refused', reason, code })
  })

  test('is not printed after its deletion', async () => {
    const given = { trackingCode: order.trackingCode, orderRef: order.orderRefs[1] ?? '' }
    const call = { party: paraclinic, patient: insured, trackingCode: given.trackingCode }
    const item = { ...serviceItem('lab', services.lab), orderRef: given.orderRef, unitPrice: null }
    const verdict = await payer.checkDelivery({ ...call, item, alongside: [] })
    const lines = [{ checkRef: verdict.outcome === 'covered' ? (verdict.checkRef ?? '') : '', packs: [] }]
    const delivered = await payer.deliver({ ...call, lines })
    const ref = delivered.outcome === 'delivered-unconfirmed' ? delivered.deliveryRef : ''
    await payer.confirmDelivery({ ...call, deliveryRef: ref })
    await payer.deleteDelivery({ ...call, deliveryRef: ref })
    expect(await payer.printable.delivery({ party: paraclinic, deliveryRef: ref })).toMatchObject({ outcome: 'refused', reason: 'already-deleted', code: '-40402' })
  })
})

describe('a bill', () => {
  test('is printed to who it is of, and to nobody else', async () => {
    const bills = await payer.bills({ party: pharmacy, year: 1405, month: 9 })
    const billRef = bills.outcome === 'found' ? (bills.lines[0]?.billRef ?? '') : ''
    const page = await payer.printable.bill({ party: pharmacy, billRef })
    expect(page).toMatchObject({ outcome: 'printed', mediaType: 'text/html' })
    expect(textOf(page)).toContain(String(Math.floor((drug.basePrice * 10 * 70) / 100)))
    expect(await payer.printable.bill({ party: paraclinic, billRef })).toMatchObject({ outcome: 'refused', reason: 'not-found', code: '-42301' })
  })

  test('by what is no number is not asked for', async () => {
    expect(await payer.printable.bill({ party: pharmacy, billRef: 'آذر' })).toMatchObject({ outcome: 'refused', reason: 'invalid', code: 'not-sent' })
  })
})

test('silence is asked again, and told when it lasts', async () => {
  const call = { ...who, visitRef: order.visitRef, kind: 'drug' } as const
  await insurer.fault({ kind: 'error', times: 2, path: 'print/order' })
  expect(await payer.printable.order(call)).toMatchObject({ outcome: 'printed' })
  await insurer.fault({ kind: 'error', path: 'print/order' })
  await expect(payer.printable.order(call)).rejects.toMatchObject({ name: 'NationalUnavailable' })
  await insurer.fault(null)
})

describe('what came', () => {
  test.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['<!DOCTYPE html><title>', 'text/html'],
    ['<html lang="fa">', 'text/html'],
    ['<svg onload="alert(1)"/>', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('is known by its first bytes: %s', async (text, mediaType) => {
    expect(await printed(Buffer.from(text).toString('base64'))).toMatchObject({ outcome: 'printed', mediaType, bytes: Buffer.from(text) })
  })

  test('and what is no base64 is no page', async () => {
    await expect(printed('###')).rejects.toMatchObject({ name: 'NationalUnreadable' })
  })

  async function printed(print: string) {
    const { answers, payer: ask, close } = await givenAnswers()
    answers.set('auth/token/fetch', { resCode: 1, info: { token: 't', ttl: 1 } })
    answers.set('auth/session/cparty/open', partySession())
    answers.set('print/deliver', { resCode: 1, info: { print } })
    try {
      return await ask().printable.delivery({ party: pharmacy, deliveryRef: '1' })
    } finally {
      close()
    }
  }
})
