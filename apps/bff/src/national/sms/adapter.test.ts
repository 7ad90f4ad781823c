import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { smsThrough } from './adapter.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
beforeAll(async () => void (sandbox = await givenSandbox()))
afterAll(() => sandbox.close())

test('a message reaches its phone, and no other', async () => {
  await smsThrough(sandbox.gateway()).send({ to: '09121450271', text: 'کد ورود شما ۴۸۲۹۱۰ است.', key: 'one' })
  expect(await sandbox.messagesTo('09121450271')).toMatchObject([{ text: 'کد ورود شما ۴۸۲۹۱۰ است.' }])
  expect(await sandbox.messagesTo('09123380944')).toEqual([])
})

test('the same key is delivered once, also when the first answer was lost', async () => {
  await sandbox.control('PUT', 'faults/sms', { kind: 'lose', times: 1 })
  const answer = await smsThrough(sandbox.gateway()).send({ to: '09127703615', text: 'یک بار', key: 'two' })
  expect(answer).toMatchObject({ outcome: 'accepted' })
  expect(await sandbox.received('sms')).toHaveLength(3)
  expect(await sandbox.messagesTo('09127703615')).toHaveLength(1)
})

test('a number that is none is refused', async () => {
  expect(await smsThrough(sandbox.gateway()).send({ to: '0912', text: 'x', key: 'three' })).toEqual({
    outcome: 'refused', reason: 'شمارهٔ همراه درست نیست',
  })
})

test('a refusal that no contract lists is not taken for the last word', async () => {
  await sandbox.control('PUT', 'faults/sms', { kind: 'unknown', times: 1 })
  const sending = smsThrough(sandbox.gateway()).send({ to: '09121450271', text: 'x', key: 'four' })
  await expect(sending).rejects.toMatchObject({ name: 'NationalUnavailable', why: 'refused', sent: 'maybe' })
})
