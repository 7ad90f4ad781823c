import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Money } from './money.tsx'

const textOf = (amount: number | null) => render(<Money amount={amount} />).container.textContent

test('an amount is shown in Persian digits with its unit', () => {
  expect(textOf(2_301_000)).toBe('۲٬۳۰۱٬۰۰۰ ریال')
})

test('an amount nobody has said is not zero', () => {
  expect(textOf(null)).toBe('نامشخص')
})
