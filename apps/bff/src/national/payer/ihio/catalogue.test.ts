import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Insurer, IhioPayer } from './testing/insurer.ts'
import { doctor, givenInsurer, insured, services } from './testing/insurer.ts'

let insurer: Insurer
let payer: IhioPayer
let drug: ReturnType<Insurer['aDrug']>
beforeAll(async () => {
  insurer = await givenInsurer()
  payer = insurer.payer()
  drug = insurer.aDrug()
})
afterAll(() => insurer.close())

const who = { party: doctor, patient: insured }
const nothing = { outcome: 'found', items: [] }
const unknownText = 'چنین دارویی نیست'

const generic = () => ({ code: { system: 'generic', value: drug.genericCode }, genericCode: drug.genericCode, isCovered: true, isDefault: false }) as const
const product = () => ({ ...generic(), code: { system: 'irc', value: drug.irc } }) as const

describe('drugs', () => {
  test.each([
    ['a generic by its name', { by: 'generic' }, generic],
    ['a licensed product by its name', { by: 'irc' }, product],
    ['a generic by its whole name', { by: 'combination' }, generic],
    ['a product by its whole name', { by: 'combination', of: 'irc' }, product],
  ] as const)('%s', async (_, how, expected) => {
    const found = await payer.catalogue.searchDrugs({ ...who, text: drug.nameEn, limit: 20, ...how })
    expect(found.outcome === 'found' && found.items).toContainEqual(expect.objectContaining({ ...expected(), shortName: drug.nameEn }))
  })

  test.each(['generic', 'irc', 'combination'] as const)('nothing found by %s is an empty list, whatever the insurer calls it', async (by) => {
    expect(await payer.catalogue.searchDrugs({ ...who, text: unknownText, by, limit: 20 })).toEqual(nothing)
  })

  test('no more are told than were asked for', async () => {
    const found = await payer.catalogue.searchDrugs({ ...who, text: 'tab', by: 'generic', limit: 2 })
    expect(found.outcome === 'found' && found.items).toHaveLength(2)
  })

  test('the licensed products of a generic', async () => {
    expect(await payer.catalogue.productsOf({ ...who, genericCode: drug.genericCode, limit: 20 })).toMatchObject({ items: [product()] })
    expect(await payer.catalogue.productsOf({ ...who, genericCode: '00000', limit: 20 })).toEqual(nothing)
  })

  test('the generic of a product, and what it is where nobody knows the product', async () => {
    expect(await payer.catalogue.genericOf({ ...who, irc: drug.irc })).toEqual({ outcome: 'found', genericCode: drug.genericCode })
    expect(await payer.catalogue.genericOf({ ...who, irc: '0000000000000000' })).toMatchObject({ outcome: 'refused', reason: 'not-found', code: '-21321' })
  })

  test.each([
    ['generic', () => generic().code],
    ['product', () => product().code],
  ])('what may stand in for a %s, with its price and its generic', async (_, codeOf) => {
    expect(await payer.catalogue.familyOf({ ...who, code: codeOf() })).toMatchObject({
      outcome: 'found',
      items: [{ ...product(), unitPrice: drug.basePrice, isDefault: true }],
    })
  })

  test('a product that nobody knows has no family', async () => {
    expect(await payer.catalogue.familyOf({ ...who, code: { system: 'irc', value: '0000000000000000' } })).toMatchObject({ outcome: 'refused', reason: 'not-found' })
    expect(await payer.catalogue.familyOf({ ...who, code: { system: 'generic', value: '00000' } })).toEqual(nothing)
  })
})

describe('services', () => {
  test.each(Object.entries(services) as [keyof typeof services, string][])('a %s is found in the list of its kind', async (kind, code) => {
    const found = await payer.catalogue.searchServices({ ...who, kind, text: code, limit: 5 })
    expect(found).toMatchObject({ outcome: 'found', items: [{ code: { system: 'rvu', value: code }, genericCode: null, isCovered: true }] })
  })

  test('a drug is found there too, and a laboratory test is no physiotherapy', async () => {
    const drugs = await payer.catalogue.searchServices({ ...who, kind: 'drug', text: drug.nameEn, limit: 20 })
    expect(drugs.outcome === 'found' && drugs.items).toContainEqual(expect.objectContaining(generic()))
    expect(await payer.catalogue.searchServices({ ...who, kind: 'physiotherapy', text: services.lab, limit: 5 })).toEqual(nothing)
  })

  test('the family of a service names it as the default, and an unknown one has none', async () => {
    const family = await payer.catalogue.familyOf({ ...who, code: { system: 'rvu', value: services.lab } })
    const items = family.outcome === 'found' ? family.items : []
    expect(items.filter((it) => it.isDefault).map((it) => it.code.value)).toEqual([services.lab])
    expect(items.length).toBeGreaterThan(1)
    expect(await payer.catalogue.familyOf({ ...who, code: { system: 'rvu', value: '111111' } })).toEqual(nothing)
  })
})

describe('not asked, or not answered', () => {
  test('an empty search never leaves', async () => {
    expect(await payer.catalogue.searchDrugs({ ...who, text: '', by: 'irc', limit: 5 })).toMatchObject({ reason: 'invalid', code: 'not-sent' })
    expect((await insurer.received('quick/irc')).map((it) => it.request)).not.toContainEqual(expect.stringContaining('"searchClause":""'))
  })

  test('silence is asked again, and told when it lasts', async () => {
    await insurer.fault({ kind: 'error', times: 2, path: 'product/fetch' })
    expect(await payer.catalogue.genericOf({ ...who, irc: drug.irc })).toMatchObject({ outcome: 'found' })
    await insurer.fault({ kind: 'error', path: 'service/search' })
    await expect(payer.catalogue.searchServices({ ...who, kind: 'lab', text: 'قند', limit: 5 })).rejects.toMatchObject({ name: 'NationalUnavailable' })
    await insurer.fault(null)
  })
})
