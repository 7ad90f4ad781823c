import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { siamThrough } from './adapter.ts'
import type { Siam } from './port.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let siam: Siam
beforeAll(async () => void (sandbox = await givenSandbox(() => new Date('2026-11-25T08:00:00Z'))))
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  siam = siamThrough(sandbox.gateway())
})

test('a centre with its licence, its other ids and its people', async () => {
  const centre = await siam.centre('SIAM-1100271')
  expect(centre).toMatchObject({
    siamId: 'SIAM-1100271',
    name: 'درمانگاه مهر ونک',
    kind: 'clinic',
    licence: { state: 'active', reason: null, validUntil: '2029-09-21' },
    posTerminalId: '60114271',
    partnerIds: { salamat: '700271' },
  })
  expect(centre?.mappedIds.map((it) => it.system)).toEqual(['operating-licence', 'founder'])
  expect(centre?.personnel).toContainEqual({ nationalCode: '0041827368', role: 'prescriber', providerUserId: 'SIAM-1100271-101-P' })
})

test('an id that SIAM does not know', async () => {
  expect(await siam.centre('SIAM-0000000')).toBeNull()
})

test('every post of a person, in centres that may not work too', async () => {
  const posts = await siam.postsOf('0041827368')
  expect(posts.map((it) => [it.centre.siamId, it.centre.licence.state])).toEqual([
    ['SIAM-1100271', 'active'],
    ['SIAM-1100386', 'active'],
    ['SIAM-1100594', 'suspended'],
  ])
  expect(new Set(posts.map((it) => it.providerUserId)).size).toBe(3)
})

test('a person without posts', async () => {
  expect(await siam.postsOf('0528374613')).toEqual([])
})

test('a licence suspended meanwhile is seen at the next question, with its reason', async () => {
  await sandbox.control('PUT', 'siam/SIAM-1100271/licence', { state: 'suspended', reason: 'تعلیق به دستور معاونت درمان' })
  expect((await siam.centre('SIAM-1100271'))?.licence).toMatchObject({ state: 'suspended', reason: 'تعلیق به دستور معاونت درمان' })
})

test('a licence that ran out is expired', async () => {
  await sandbox.control('PUT', 'siam/SIAM-1100271/licence', { state: 'active', validUntil: '1405-09-03' })
  expect((await siam.centre('SIAM-1100271'))?.licence).toMatchObject({ state: 'expired', validUntil: '2026-11-24' })
})

test('who a person is by the personnel lists, members of the council or not', async () => {
  expect(await siam.person('0061739286')).toEqual({
    nationalCode: '0061739286', firstName: 'مریم', lastName: 'صادقی‌نیا', gender: 'female', mobile: '09128845120',
  })
  expect(await siam.person('0528374613')).toBeNull()
})
