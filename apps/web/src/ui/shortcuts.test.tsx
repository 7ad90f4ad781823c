import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { keysOf } from './shortcuts.ts'
import { ShortcutLayer, useShortcut, useShortcutList } from './use-shortcut.tsx'

function Page({ run }: { run: () => void }) {
  useShortcut('Alt+KeyN', 'بیمار تازه', run)
  useShortcut('Slash', 'جست‌وجو', run)
  return <input aria-label="جعبه" />
}

test('works by the place of the key when the layout is Persian', () => {
  const run = vi.fn()
  render(<Page run={run} />)
  // On a Persian layout the key marked N types «د».
  fireEvent.keyDown(document.body, { key: 'د', code: 'KeyN', altKey: true })
  expect(run).toHaveBeenCalledTimes(1)
})

test('another modifier is another combination', () => {
  const run = vi.fn()
  render(<Page run={run} />)
  fireEvent.keyDown(document.body, { code: 'KeyN', altKey: true, shiftKey: true })
  // AltGr, with which Persian layouts type, comes as Ctrl and Alt together.
  fireEvent.keyDown(document.body, { code: 'KeyN', altKey: true, ctrlKey: true })
  expect(run).not.toHaveBeenCalled()
})

test('a plain key belongs to the box one is typing in', () => {
  const run = vi.fn()
  render(<Page run={run} />)
  fireEvent.keyDown(screen.getByLabelText('جعبه'), { code: 'Slash' })
  expect(run).not.toHaveBeenCalled()
})

test('a key with Alt works from within a box', () => {
  const run = vi.fn()
  render(<Page run={run} />)
  fireEvent.keyDown(screen.getByLabelText('جعبه'), { code: 'KeyN', altKey: true })
  expect(run).toHaveBeenCalledTimes(1)
})

test('a key held down acts once', () => {
  const run = vi.fn()
  render(<Page run={run} />)
  fireEvent.keyDown(document.body, { code: 'KeyN', altKey: true })
  fireEvent.keyDown(document.body, { code: 'KeyN', altKey: true, repeat: true })
  expect(run).toHaveBeenCalledTimes(1)
})

test('runs with what the component knows now', () => {
  function Counter() {
    const [count, setCount] = useState(0)
    useShortcut('Alt+KeyN', 'افزودن', () => setCount(count + 1))
    return <output>{count}</output>
  }
  render(<Counter />)
  fireEvent.keyDown(document.body, { code: 'KeyN', altKey: true })
  fireEvent.keyDown(document.body, { code: 'KeyN', altKey: true })
  expect(screen.getByRole('status').textContent).toBe('2')
})

test('below an open layer the shortcuts of the page sleep', () => {
  const ofPage = vi.fn()
  const ofLayer = vi.fn()
  const page = <Page run={ofPage} />
  const { rerender } = render(page)
  rerender(
    <>
      {page}
      <ShortcutLayer>
        <Page run={ofLayer} />
      </ShortcutLayer>
    </>,
  )
  fireEvent.keyDown(document.body, { code: 'KeyN', altKey: true })
  expect([ofPage.mock.calls.length, ofLayer.mock.calls.length]).toEqual([0, 1])
})

test('a shortcut that would do nothing is neither heard nor listed', () => {
  const run = vi.fn()
  function Sleeping() {
    useShortcut('Alt+KeyS', 'امضا', run, { enabled: false })
    return <ul>{useShortcutList().map(({ label }) => <li key={label}>{label}</li>)}</ul>
  }
  render(<Sleeping />)
  fireEvent.keyDown(document.body, { code: 'KeyS', altKey: true })
  expect(run).not.toHaveBeenCalled()
  expect(screen.queryAllByRole('listitem')).toEqual([])
})

test('keys are named as they are printed', () => {
  expect([keysOf('Mod+Shift+KeyP'), keysOf('Alt+Digit1'), keysOf('Shift+Slash'), keysOf('Mod+Enter')]).toEqual([
    ['Ctrl', 'Shift', 'P'],
    ['Alt', '1'],
    ['?'],
    ['Ctrl', '⏎'],
  ])
})
