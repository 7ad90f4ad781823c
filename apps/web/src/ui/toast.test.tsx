import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { queue } from './toast-queue.ts'
import { toast, ToastRegion } from './toast.tsx'

afterEach(() => queue.clear())

test('says what was done and takes it back when asked', async () => {
  const undo = vi.fn()
  render(<ToastRegion />)
  toast({ title: 'قلم حذف شد', undo })
  await userEvent.click(await screen.findByRole('button', { name: 'برگردان' }))
  expect(undo).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(screen.queryByText('قلم حذف شد')).toBeNull())
})

test('what cannot be taken back offers nothing', async () => {
  render(<ToastRegion />)
  toast({ title: 'نسخه ثبت شد' })
  await screen.findByText('نسخه ثبت شد')
  expect(screen.queryByRole('button', { name: 'برگردان' })).toBeNull()
})
