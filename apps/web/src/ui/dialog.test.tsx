import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { ConfirmDialog, Dialog } from './dialog.tsx'
import { useShortcut } from './use-shortcut.tsx'

function Host({ dismissable = true, onKey = () => {} }: { dismissable?: boolean; onKey?: () => void }) {
  const [isOpen, setOpen] = useState(false)
  useShortcut('Alt+KeyN', 'بیمار تازه', onKey)
  return (
    <>
      <button onClick={() => setOpen(true)}>بازبینی</button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="بازبینی نسخه" dismissable={dismissable}>
        <input aria-label="یادداشت" />
      </Dialog>
    </>
  )
}

async function open(props = {}) {
  const user = userEvent.setup()
  render(<Host {...props} />)
  await user.click(screen.getByRole('button', { name: 'بازبینی' }))
  return { user, dialog: await screen.findByRole('dialog', { name: 'بازبینی نسخه' }) }
}

test('takes the focus in and gives it back to what opened it', async () => {
  const { user, dialog } = await open()
  expect(dialog.contains(document.activeElement)).toBe(true)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'بازبینی' })))
})

test('keeps the focus inside', async () => {
  const { user, dialog } = await open()
  for (let times = 0; times < 4; times++) await user.tab()
  expect(dialog.contains(document.activeElement)).toBe(true)
})

test('does not close by Escape while closing would lose something', async () => {
  const { user } = await open({ dismissable: false })
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeNull()
})

test('the shortcuts of the page sleep below it', async () => {
  const onKey = vi.fn()
  await open({ onKey })
  fireEvent.keyDown(screen.getByLabelText('یادداشت'), { code: 'KeyN', altKey: true })
  expect(onKey).not.toHaveBeenCalled()
})

const confirm = (pending: boolean, onConfirm = () => {}) =>
  render(
    <ConfirmDialog
      isOpen
      onClose={() => {}}
      onConfirm={onConfirm}
      title="نسخهٔ سارا رضایی لغو شود؟"
      body="این کار برگشت ندارد."
      confirmLabel="لغو نسخه"
      pending={pending}
    />,
  )

test('a question starts on the way out and names the thing', async () => {
  confirm(false)
  await screen.findByRole('alertdialog', { name: 'نسخهٔ سارا رضایی لغو شود؟', description: 'این کار برگشت ندارد.' })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'انصراف' })))
})

test('a question whose answer is under way takes no second one', async () => {
  const onConfirm = vi.fn()
  confirm(true, onConfirm)
  await userEvent.click(await screen.findByRole('button', { name: /لغو نسخه/ }))
  expect(onConfirm).not.toHaveBeenCalled()
})
