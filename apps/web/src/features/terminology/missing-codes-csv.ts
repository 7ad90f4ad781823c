import type { MissingCode } from '@noskhe/shared/terminology/contract'

/** Excel takes a file without it for the machine's old code page, and Persian is lost. */
const BYTE_ORDER_MARK = '\ufeff'

const columns: readonly [string, (it: MissingCode) => string | number][] = [
  ['جسته‌شده', (it) => it.wording],
  ['فهرست‌ها', (it) => it.kinds.join(' ')],
  ['گزارش', (it) => it.times],
  ['گزارش‌دهنده', (it) => it.people],
  ['نخستین بار', (it) => it.firstReportedAt],
  ['آخرین بار', (it) => it.lastReportedAt],
]

/** The list as RFC 4180 has it. Words of people come first in a cell: one that a spreadsheet would run as a formula is marked as text. */
export function missingCodesCsv(rows: readonly MissingCode[]): string {
  const lines = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, valueOf]) => valueOf(row)))]
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}

const cell = (value: string | number): string => {
  const text = String(value).replace(/^[=+\-@\t]/, "'$&")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
