import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = new Date('2026-11-25T08:00:00Z')

test.each([
  ['seconds', '12', 12_000],
  ['nothing to wait for', '0', 0],
  ['a date', 'Wed, 25 Nov 2026 08:00:30 GMT', 30_000],
  ['a date that has passed', 'Wed, 25 Nov 2026 07:00:00 GMT', 0],
  ['half a second, which the standard has not', '0.5', null],
  ['words', 'soon', null],
  ['nothing', null, null],
])('%s', (_what, header, expected) => expect(retryAfterMs(header, now)).toBe(expected))
