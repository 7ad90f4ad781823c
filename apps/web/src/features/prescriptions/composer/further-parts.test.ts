import { expect, test } from 'vitest'
import { repeatDays } from './further-parts.tsx'

const today = new Date('2026-11-25T08:00:00Z')

test.each([
  ['a plain course', { repeats: 2, durationDays: 30 }, ['۱۴۰۵/۰۹/۰۴', '۱۴۰۵/۱۰/۰۴']],
  ['one in steps', { repeats: 2, durationDays: 10, then: [{ dose: '1', frequency: 'QD', durationDays: 20 }] }, ['۱۴۰۵/۰۹/۰۴', '۱۴۰۵/۱۰/۰۴']],
  ['one without an end', { repeats: 2, durationDays: 10, then: [{ dose: '1', frequency: 'QD', durationDays: null }] }, []],
])('%s is had again when all of it has been taken', (_, written, days) => expect(repeatDays(written, today)).toEqual(days))
