import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { ComboBox } from './combo-box.tsx'

const drugs = ['آموکسی‌سیلین', 'آزیترومایسین', 'استامینوفن']

interface Options {
  status?: 'searching' | 'ready' | 'failed'
  items?: readonly string[]
}

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'دارو' })
const active = () => screen.queryByRole('option', { selected: true })?.textContent

function setUp({ status: first = 'ready', items = drugs }: Options = {}) {
  const onPick = vi.fn<(drug: string) => void>()
  function Host({ items: shown, status }: { items: readonly string[]; status: NonNullable<Options['status']> }) {
    const [query, setQuery] = useState('')
    return (
      <ComboBox
        label="دارو"
        query={query}
        onQueryChange={setQuery}
        items={shown}
        keyOf={(drug) => drug}
        textOf={(drug) => drug}
        onPick={(drug) => {
          onPick(drug)
          setQuery('')
        }}
        status={status}
        emptyText="دارویی با این نام نیست."
      />
    )
  }
  const { rerender } = render(<Host items={items} status={first} />)
  const refresh = (next: readonly string[], status: NonNullable<Options['status']> = first) => rerender(<Host items={next} status={status} />)
  return { onPick, user: userEvent.setup(), refresh }
}

test('Enter picks the first hit, and the focus stays in the emptied box', async () => {
  const { onPick, user } = setUp()
  await user.type(box(), 'ا{Enter}')
  expect(onPick).toHaveBeenCalledExactlyOnceWith('آموکسی‌سیلین')
  expect(box().value).toBe('')
  expect(document.activeElement).toBe(box())
})

test('an Enter that is quicker than the hits picks the first of them when they come', async () => {
  const { onPick, user, refresh } = setUp({ status: 'searching' })
  await user.type(box(), 'ا{Enter}')
  expect(onPick).not.toHaveBeenCalled()
  refresh(['ایبوپروفن'], 'ready')
  expect(onPick).toHaveBeenCalledExactlyOnceWith('ایبوپروفن')
})

test('typing on after an early Enter takes it back', async () => {
  const { onPick, user, refresh } = setUp({ status: 'searching' })
  await user.type(box(), 'ا{Enter}ب')
  refresh(['ایبوپروفن'], 'ready')
  expect(onPick).not.toHaveBeenCalled()
})

test('arrows go down, and from the first up to the last', async () => {
  const { user } = setUp()
  await user.type(box(), 'ا{ArrowDown}')
  expect(active()).toBe('آزیترومایسین')
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(active()).toBe('استامینوفن')
})

test('a screen reader is told which hit is active', async () => {
  const { user } = setUp()
  await user.type(box(), 'ا{ArrowDown}')
  const told = document.getElementById(box().getAttribute('aria-activedescendant') ?? '')
  expect(told?.textContent).toBe('آزیترومایسین')
})

test('hits of an earlier query cannot be picked while the new ones are awaited', async () => {
  const { onPick, user } = setUp({ status: 'searching' })
  await user.type(box(), 'ا{Enter}')
  await user.click(screen.getByRole('option', { name: 'آموکسی‌سیلین' }))
  expect(onPick).not.toHaveBeenCalled()
})

test('Enter in an empty box is left to the page', async () => {
  const { onPick, user } = setUp()
  await user.type(box(), '{Enter}')
  expect(onPick).not.toHaveBeenCalled()
})

test('Escape closes the list, then empties the box', async () => {
  const { user } = setUp()
  await user.type(box(), 'ا{Escape}')
  expect([screen.queryByRole('option'), box().value]).toEqual([null, 'ا'])
  await user.keyboard('{Escape}')
  expect(box().value).toBe('')
})

test('when the hits of the same query are refreshed, the active one stays', async () => {
  const { user, refresh } = setUp()
  await user.type(box(), 'ا{ArrowDown}')
  refresh(['آسپرین', ...drugs])
  expect(active()).toBe('آزیترومایسین')
})

test('typing on starts at the first hit again', async () => {
  const { user } = setUp()
  await user.type(box(), 'ا{ArrowDown}س')
  expect(active()).toBe('آموکسی‌سیلین')
})

test('no hit is said in words', async () => {
  const { user } = setUp({ items: [] })
  await user.type(box(), 'ققق')
  expect(screen.getByText('دارویی با این نام نیست.')).toBeTruthy()
})

test('a press picks', async () => {
  const { onPick, user } = setUp()
  await user.type(box(), 'ا')
  await user.click(screen.getByRole('option', { name: 'استامینوفن' }))
  expect(onPick).toHaveBeenCalledExactlyOnceWith('استامینوفن')
})
