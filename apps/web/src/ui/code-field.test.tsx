import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { CodeField } from './code-field.tsx'

function setUp({ starts = '', ...props }: { starts?: string; length?: number; onComplete?: (digits: string) => void } = {}) {
  const handedOut = vi.fn<(digits: string) => void>()
  function Host() {
    const [digits, setDigits] = useState(starts)
    return (
      <CodeField
        label="کد ملی"
        value={digits}
        onChange={(next) => {
          handedOut(next)
          setDigits(next)
        }}
        {...props}
      />
    )
  }
  render(<Host />)
  return { box: screen.getByRole<HTMLInputElement>('textbox', { name: 'کد ملی' }), handedOut, user: userEvent.setup() }
}

test.each([
  ['Persian', '۰۰۱۲'],
  ['Arabic', '٠٠١٢'],
  ['Latin', '0012'],
])('%s digits are shown Persian and handed out Latin', async (_, typed) => {
  const { box, handedOut, user } = setUp()
  await user.type(box, typed)
  expect(box.value).toBe('۰۰۱۲')
  expect(handedOut).toHaveBeenLastCalledWith('0012')
})

test('letters are not taken', async () => {
  const { box, user } = setUp()
  await user.type(box, '1آb2')
  expect(box.value).toBe('۱۲')
})

test('a digit typed in the middle leaves the caret behind it', async () => {
  const { box, user } = setUp({ starts: '1245' })
  await user.type(box, '3', { initialSelectionStart: 2, initialSelectionEnd: 2 })
  expect([box.value, box.selectionStart]).toEqual(['۱۲۳۴۵', 3])
})

test('a letter typed in the middle does not move the caret', async () => {
  const { box, user } = setUp({ starts: '1245' })
  await user.type(box, 'x', { initialSelectionStart: 2, initialSelectionEnd: 2 })
  expect([box.value, box.selectionStart]).toEqual(['۱۲۴۵', 2])
})

test('a paste with dashes and too many digits keeps the first of them', async () => {
  const { box, handedOut, user } = setUp({ length: 10 })
  await user.click(box)
  await user.paste('۰۰۱-۲۳۴۵۶۷-۸۹۹')
  expect(handedOut).toHaveBeenLastCalledWith('0012345678')
})

test('the last digit tells that the code is complete, once', async () => {
  const onComplete = vi.fn()
  const { box, user } = setUp({ length: 6, onComplete })
  await user.type(box, '۴۸۳۰۲۱۹')
  expect(onComplete.mock.calls).toEqual([['483021']])
})
