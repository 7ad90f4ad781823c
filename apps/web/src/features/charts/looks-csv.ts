/** With it a spreadsheet reads the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Rows as CSV (RFC 4180) for a spreadsheet. A cell that would be read as a formula is quoted as text, whoever wrote it.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n'

function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
