import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { type Column, Table } from './table.tsx'

interface Row {
  id: string
  name: string
  amount: number
}

const rows: Row[] = [
  { id: '1', name: 'یاسمن', amount: 900 },
  { id: '2', name: 'پروانه', amount: 1000 },
  { id: '3', name: 'آرش', amount: 90 },
]
const columns: Column<Row>[] = [
  { id: 'name', header: 'بیمار', cell: ({ name }) => <a href={`#${name}`}>{name}</a>, sortBy: ({ name }) => name },
  { id: 'amount', header: 'مبلغ', cell: ({ amount }) => amount, sortBy: ({ amount }) => amount, numeric: true },
]

const table = (props: Partial<Parameters<typeof Table<Row>>[0]> = {}) =>
  render(<Table label="صورتحساب‌ها" columns={columns} rows={rows} keyOf={({ id }) => id} empty="صورتحسابی نیست" {...props} />)

const names = () => screen.getAllByRole('link').map((link) => link.textContent)

test('without rows there is no table, but the words for it', () => {
  table({ rows: [] })
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getByText('صورتحسابی نیست')).toBeTruthy()
})

test('rows stay as given until an order is asked for', () => {
  table()
  expect(names()).toEqual(['یاسمن', 'پروانه', 'آرش'])
})

test('texts are ordered by the Persian alphabet', async () => {
  table()
  await userEvent.click(screen.getByRole('button', { name: 'بیمار' }))
  expect(names()).toEqual(['آرش', 'پروانه', 'یاسمن'])
})

test('amounts are ordered as numbers, and a second press turns the order', async () => {
  table()
  const header = screen.getByRole('columnheader', { name: 'مبلغ' })
  const button = within(header).getByRole('button')
  await userEvent.click(button)
  expect([names(), header.getAttribute('aria-sort')]).toEqual([['آرش', 'یاسمن', 'پروانه'], 'ascending'])
  await userEvent.click(button)
  expect([names(), header.getAttribute('aria-sort')]).toEqual([['پروانه', 'یاسمن', 'آرش'], 'descending'])
})

test('rows that are ordered elsewhere are left as they come', async () => {
  const onSort = vi.fn()
  table({ onSort, sorting: { column: 'amount', descending: false } })
  await userEvent.click(screen.getByRole('button', { name: 'مبلغ' }))
  expect(names()).toEqual(['یاسمن', 'پروانه', 'آرش'])
  expect(onSort).toHaveBeenCalledExactlyOnceWith({ column: 'amount', descending: true })
})

test('a press in a row opens it; a press on its link is the link’s', async () => {
  const onOpen = vi.fn()
  table({ onOpen })
  await userEvent.click(screen.getByRole('cell', { name: '1000' }))
  await userEvent.click(screen.getByRole('link', { name: 'آرش' }))
  expect(onOpen.mock.calls).toEqual([[rows[1]]])
})
