import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button } from './button.tsx'

test('while an answer is awaited it can be focused but not pressed', async () => {
  const onPress = vi.fn()
  render(
    <Button pending onPress={onPress}>
      ثبت
    </Button>,
  )
  const button = screen.getByRole('button', { name: /ثبت/ })
  await userEvent.click(button)
  button.focus()
  await userEvent.keyboard('{Enter}')
  expect(onPress).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
})

test('while an answer is awaited its form is not sent again', async () => {
  const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" pending>
        ثبت
      </Button>
    </form>,
  )
  await userEvent.click(screen.getByRole('button'))
  expect(onSubmit).not.toHaveBeenCalled()
})

test('keeps its words, and with them its width, while waiting', () => {
  render(<Button pending>ثبت نسخه</Button>)
  expect(screen.getByText('ثبت نسخه')).toBeTruthy()
})
