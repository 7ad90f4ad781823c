import { Failure } from '@noskhe/shared/failure'
import { whys } from '@noskhe/shared/status/silence'
import { expect, test } from 'vitest'
import { problemMessage, sayProblem } from './problem-message.ts'

test('a service that was silent says why, each in its own sentence', () => {
  const sentences = whys.map((why) => sayProblem(new Failure('national.unavailable', { service: 'siam', why })))
  expect(new Set(sentences).size).toBe(whys.length)
  for (const sentence of sentences) expect(sentence).toMatch(/از دست نرفته/)
})

test.each([
  [1, '۱ ثانیهٔ دیگر'],
  [42, '۴۲ ثانیهٔ دیگر'],
  [61, '۲ دقیقهٔ دیگر'],
])('a busy one is told with its time: %i seconds', (retryAfterSeconds, words) =>
  expect(sayProblem(new Failure('national.unavailable', { service: 'siam', why: 'busy', retryAfterSeconds }))).toContain(words))

test('a reason that this version does not know is said in general', () =>
  expect(sayProblem(new Failure('national.unavailable', { service: 'siam', why: 'asleep' }))).toBe(problemMessage['national.unavailable']))
