import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Chip } from './chip.tsx'

test('opens its editor and, when it is done, has the focus again', async () => {
  const user = userEvent.setup()
  render(<Chip label="تناوب" value="هر ۸ ساعت" editor={(close) => <button onClick={close}>هر ۱۲ ساعت</button>} />)
  await user.click(await screen.findByRole('button', { name: /تناوب/, expanded: false }))
  await user.click(await screen.findByRole('button', { name: 'هر ۱۲ ساعت' }))
  await waitFor(() => expect(document.activeElement?.textContent).toBe('تناوبهر ۸ ساعت'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a part that must still be said says so in words', () => {
  render(<Chip label="مدت" value={null} missing onPress={() => {}} />)
  expect(screen.getByRole('button').textContent).toBe('مدت(لازم)')
})
