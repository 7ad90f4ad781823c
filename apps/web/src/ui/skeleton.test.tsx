import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Skeleton } from './skeleton.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each([
  [299, ''],
  [300, 'در حال دریافت…'],
])('after %d ms it says «%s»', (waited, said) => {
  render(<Skeleton />)
  act(() => void vi.advanceTimersByTime(waited))
  expect(screen.getByRole('status').textContent).toBe(said)
})
