import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { councilRegistryThrough } from './adapter.ts'
import type { CouncilRegistry } from './port.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let registry: CouncilRegistry
beforeAll(async () => void (sandbox = await givenSandbox()))
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  registry = councilRegistryThrough(sandbox.gateway())
})

test('a member with identity, specialty and licence', async () => {
  expect(await registry.practitioner('145263')).toEqual({
    councilNumber: '145263',
    nationalCode: '0041827368',
    firstName: 'نرگس',
    lastName: 'کاویانی',
    gender: 'female',
    mobile: '09121450271',
    specialty: { codes: ['151310'], title: 'متخصص بیماری‌های داخلی' },
    licence: { state: 'active', reason: null, validUntil: '2029-02-18' },
    sentence: null,
  })
})

test('a revoked licence comes with the sentence', async () => {
  const member = await registry.practitioner('118734')
  expect(member?.licence.state).toBe('revoked')
  expect(member?.sentence?.text).toContain('هیئت عالی انتظامی')
})

test.each(['999999', 'x', ''])('no member has the number «%s»', async (councilNumber) => {
  expect(await registry.practitioner(councilNumber)).toBeNull()
})

test('a licence suspended meanwhile is seen at the next question', async () => {
  await sandbox.control('PUT', 'council/145263/licence', { state: 'suspended', reason: 'تعلیق سه‌ماهه' })
  expect(await registry.practitioner('145263')).toMatchObject({ licence: { state: 'suspended' }, sentence: { text: 'تعلیق سه‌ماهه' } })
})
