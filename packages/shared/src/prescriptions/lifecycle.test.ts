import { expect, test } from 'vitest'
import { Status, Step, after } from './lifecycle.ts'

const allowed = [
  ['draft', 'save', 'draft'],
  ['draft', 'sign', 'signed'],
  ['draft', 'discard', 'discarded'],
  ['draft', 'leave', 'registered'],
  ['signed', 'register', 'registered'],
  ['signed', 'withdraw', 'cancelled'],
  ['signed', 'refuse', 'draft'],
  ['signed', 'lose-answer', 'registration-unknown'],
  ['registration-unknown', 'register', 'registered'],
  ['registration-unknown', 'withdraw', 'cancelled'],
  ['registration-unknown', 'refuse', 'draft'],
  ['registration-unknown', 'lose-answer', 'registration-unknown'],
  ['registration-unknown', 'never-arrived', 'signed'],
  ['registered', 'reopen', 'draft'],
] as const

test.each(allowed)('%s –%s→ %s', (from, step, to) => expect(after(from, step)).toBe(to))

test('every other step is refused', () => {
  const named = new Set(allowed.map(([from, step]) => `${from} ${step}`))
  for (const from of Status.options)
    for (const step of Step.options) if (!named.has(`${from} ${step}` as never)) expect(after(from, step)).toBeNull()
})
