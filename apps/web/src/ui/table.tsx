import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'

export interface Column<T> {
  id: string
  header: string
  cell: (row: T) => ReactNode
  /** What rows are ordered by when the header is pressed; Persian texts by the Persian alphabet. */
  sortBy?: (row: T) => string | number
  /** Amounts and counts: at the end, in tabular digits. */
  numeric?: boolean
  /** Left out on a narrow screen. */
  wideOnly?: boolean
  className?: string
}

export interface Sorting {
  column: string
  descending: boolean
}

interface TableProps<T> {
  /** Names the table for a screen reader. */
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  /** In place of rows when there is none: an `EmptyState`. */
  empty: ReactNode
  /** How it is ordered at first; unordered when left out. */
  sorting?: Sorting
  /** Rows are ordered elsewhere (a page of a long list): told which order is asked for. */
  onSort?: (sorting: Sorting) => void
  /** Pressing anywhere in a row does this. Its first cell should hold the link or button that does it by keyboard. */
  onOpen?: (row: T) => void
  /** The row that is open beside the table. */
  selected?: string
  /** Cells of a last row: sums. By column id. */
  footer?: Record<string, ReactNode>
  /** Keeps the head in sight within this height («max-h-96») instead of the window. */
  maxHeight?: string
}

/** Dense rows under a head that stays in sight. */
export function Table<T>({ label, columns, rows, keyOf, empty, onSort, footer, maxHeight, ...props }: TableProps<T>) {
  const [ownSorting, setSorting] = useState(props.sorting)
  const sorting = onSort ? props.sorting : ownSorting
  const sort = (next: Sorting) => (onSort ? onSort(next) : setSorting(next))
  if (rows.length === 0) return <>{empty}</>

  const shown = onSort ? rows : inOrder(rows, columns, sorting)
  return (
    <div role="region" aria-label={label} tabIndex={0} className={classNames('overflow-auto rounded-[inherit]', maxHeight)}>
      <table className="w-full border-separate border-spacing-0 text-table">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} onSort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={keyOf(row)} row={row} columns={columns} isSelected={keyOf(row) === props.selected} onOpen={props.onOpen} />
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} className={classNames(cellLook(column), 'border-t border-edge bg-sunken font-semibold')}>
                  {footer[column.id]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const cellLook = <T,>({ numeric, wideOnly, className }: Column<T>) =>
  classNames('px-3 py-2 align-top first:ps-4 last:pe-4', numeric ? 'text-end tabular-nums whitespace-nowrap' : 'text-start', wideOnly && 'hidden sm:table-cell', className)

interface RowProps<T> {
  row: T
  columns: readonly Column<T>[]
  isSelected: boolean
  onOpen: ((row: T) => void) | undefined
}

function Row<T>({ row, columns, isSelected, onOpen }: RowProps<T>) {
  return (
    <tr
      aria-current={isSelected || undefined}
      className={classNames('group', isSelected ? 'bg-accent-wash' : 'hover:bg-sunken', onOpen && 'cursor-pointer')}
      onClick={(event) => {
        // A link or a button inside has its own deed.
        if (onOpen && event.target instanceof Element && !event.target.closest('a, button, input, label')) onOpen(row)
      }}
    >
      {columns.map((column) => (
        <td key={column.id} className={classNames(cellLook(column), 'border-t border-line group-first:border-t-0')}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

interface HeadProps<T> {
  column: Column<T>
  sorting: Sorting | undefined
  onSort: (sorting: Sorting) => void
}

function Head<T>({ column, sorting, onSort }: HeadProps<T>) {
  const isSorted = sorting?.column === column.id
  const order = !isSorted ? 'none' : sorting.descending ? 'descending' : 'ascending'
  const Arrow = { none: ChevronsUpDown, ascending: ArrowUp, descending: ArrowDown }[order]
  return (
    <th
      scope="col"
      aria-sort={column.sortBy ? order : undefined}
      className={classNames(cellLook(column), 'sticky top-0 z-10 border-b border-line bg-sunken text-sm font-semibold whitespace-nowrap text-quiet')}
    >
      {column.sortBy ? (
        <button
          type="button"
          title={fa.table.sortBy(column.header)}
          className="-mx-1.5 inline-flex items-center gap-1 rounded-sm px-1.5 font-semibold hover:text-ink"
          onClick={() => onSort({ column: column.id, descending: isSorted && !sorting.descending })}
        >
          {column.header}
          <Arrow aria-hidden className={classNames('size-3.5', order === 'none' && 'opacity-50')} />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

const persian = new Intl.Collator('fa', { numeric: true })

function inOrder<T>(rows: readonly T[], columns: readonly Column<T>[], sorting: Sorting | undefined): readonly T[] {
  const by = columns.find(({ id }) => id === sorting?.column)?.sortBy
  if (!by || !sorting) return rows
  const compare = (a: T, b: T) => {
    const [left, right] = [by(a), by(b)]
    return typeof left === 'number' && typeof right === 'number' ? left - right : persian.compare(String(left), String(right))
  }
  return rows.toSorted((a, b) => (sorting.descending ? compare(b, a) : compare(a, b)))
}
