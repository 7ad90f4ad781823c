import { afterAll, beforeAll, expect, test } from 'vitest'
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
