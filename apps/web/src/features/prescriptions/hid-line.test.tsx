import type { TrackedHid } from '@noskhe/shared/patients/eligibility'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { HidLine } from './hid-line.tsx'

const hid = (state: TrackedHid['state'], rejection: string | null = null): TrackedHid => ({
  value: '01257DY9CX', issuer: 'salamat', insurer: 'salamat', issuedAt: '2026-11-25T08:00:00.000Z', state, rejection,
})

const shown = (it: TrackedHid) => render(<HidLine it={it} />).container.textContent

test.each([
  ['bound', 'در انتظار تأیید استحقاق'],
  ['confirmed', 'شباد تأیید شده'],
  ['rejected', 'شباد پذیرفته نشد'],
  ['eliminating', 'شباد در حال ابطال'],
  ['eliminated', 'شباد ابطال شده'],
] as const)('a HID that is %s is marked as that and as nothing else', (state, word) => {
  const line = shown(hid(state))
  expect(line).toContain('01257DY9CX')
  const words = ['در انتظار تأیید استحقاق', 'شباد تأیید شده', 'شباد پذیرفته نشد', 'شباد در حال ابطال', 'شباد ابطال شده']
  expect(words.filter((it) => line.includes(it))).toEqual([word])
})

test('of one that stands as usual only the number is shown', () => {
  expect(shown(hid('issued'))).toBe('شباد (HID)01257DY9CX')
})

test('why it was rejected is said in the service’s words', () => {
  render(<HidLine it={hid('rejected', 'پوشش در این تاریخ معتبر نبود')} />)
  screen.getByText('پوشش در این تاریخ معتبر نبود')
})
