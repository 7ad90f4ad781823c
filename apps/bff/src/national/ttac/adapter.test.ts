import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { ttacThrough } from './adapter.ts'
import type { Ttac } from './port.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let ttac: Ttac
beforeAll(async () => {
  sandbox = await givenSandbox()
  ttac = ttacThrough(sandbox.gateway())
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.control('POST', 'reset'))

test.each(['genuine', 'sold', 'expired', 'recalled'])('a %s pack is told to be so, with its product', async (state) => {
  const { uid, productName } = await sandbox.samplePack(state)
  expect(await ttac.verifyPack(uid)).toMatchObject({
    state, pack: { uid, productName, gtin: expect.stringMatching(/^002\d{11}$/) as string, units: expect.any(Number) as number },
  })
})

test('the code under the scratch label finds the same pack', async () => {
  const { uid, authCode } = await sandbox.samplePack('genuine')
  expect(await ttac.verifyAuthCode(authCode)).toEqual(await ttac.verifyPack(uid))
})

test.each(['99999099999999999999', '123', 'x'.repeat(20)])('%s was never registered', async (uid) => {
  expect(await ttac.verifyPack(uid)).toEqual({ state: 'unknown' })
})

describe('a pack in hand', () => {
  const here = 'SIAM-2200143'
  const elsewhere = 'SIAM-2200144'
  const genuine = async () => (await sandbox.samplePack('genuine')).uid

  test('is held by one centre, which may ask again', async () => {
    const uid = await genuine()
    expect(await ttac.hold({ uid, siamId: here })).toEqual({ outcome: 'held' })
    expect(await ttac.hold({ uid, siamId: here })).toEqual({ outcome: 'held' })
  })

  test.each(['hold', 'sell'] as const)('is nobody else’s to %s', async (act) => {
    const uid = await genuine()
    await ttac.hold({ uid, siamId: here })
    expect(await ttac[act]({ uid, siamId: elsewhere, saleRef: 'other' })).toEqual({ outcome: 'not-taken', why: 'held-elsewhere' })
  })

  test('is free for others once it is given back', async () => {
    const uid = await genuine()
    await ttac.hold({ uid, siamId: here })
    await ttac.giveBack({ uid, siamId: here, saleRef: null })
    expect(await ttac.hold({ uid, siamId: elsewhere })).toEqual({ outcome: 'held' })
  })

  test('is sold once, however often the same sale is told', async () => {
    const uid = await genuine()
    const sale = { uid, siamId: here, saleRef: 'delivery-1' }
    expect([await ttac.sell(sale), await ttac.sell(sale)]).toEqual([{ outcome: 'sold' }, { outcome: 'sold' }])
    expect(await ttac.sell({ ...sale, saleRef: 'delivery-2' })).toEqual({ outcome: 'not-taken', why: 'sold' })
  })

  test('is in the market again after its sale is undone', async () => {
    const uid = await genuine()
    await ttac.sell({ uid, siamId: here, saleRef: 'delivery-1' })
    await ttac.giveBack({ uid, siamId: here, saleRef: 'delivery-1' })
    expect(await ttac.verifyPack(uid)).toMatchObject({ state: 'genuine' })
  })

  test('stays sold when somebody else, or under another name, would undo it', async () => {
    const uid = await genuine()
    await ttac.sell({ uid, siamId: here, saleRef: 'delivery-1' })
    await ttac.giveBack({ uid, siamId: elsewhere, saleRef: 'delivery-1' })
    await ttac.giveBack({ uid, siamId: here, saleRef: 'delivery-2' })
    expect(await ttac.verifyPack(uid)).toMatchObject({ state: 'sold' })
  })

  test.each(['sold', 'expired', 'recalled'])('that is %s is not held', async (state) => {
    const { uid } = await sandbox.samplePack(state)
    expect(await ttac.hold({ uid, siamId: here })).toEqual({ outcome: 'not-taken', why: state })
  })
})
