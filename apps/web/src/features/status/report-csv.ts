import type { ServiceMonth, ServiceReport } from '@noskhe/shared/status/contract'
import { ratesOf } from '@noskhe/shared/status/rates'

/** Excel takes a file without it for the machine's old code page, and Persian is lost. */
const BYTE_ORDER_MARK = '\ufeff'

const columns: [string, (it: ServiceMonth, report: ServiceReport) => string | number | null][] = [
  ['ماه', (_, { year, month }) => `${year}/${String(month).padStart(2, '0')}`],
  ['اندازه‌گیری از', (_, { measuredSince }) => measuredSince],
  ['سرویس', (it) => it.title],
  ['شناسه', (it) => it.service],
  ['درخواست', (it) => ratesOf(it).asked],
  ['پاسخ', (it) => it.answered],
  ['مهلت گذشت', (it) => it.timedOut],
  ['قطع یا خرابی', (it) => it.broken],
  ['شلوغ', (it) => it.busy],
  ['نپذیرفت', (it) => it.refused],
  ['ناخوانا', (it) => it.unreadable],
  ['پرسیده‌نشده', (it) => it.heldBack],
  ['دسترس‌پذیری (درصد)', (it) => percent(ratesOf(it).availability)],
  ['نرخ خطا (درصد)', (it) => percent(ratesOf(it).errorRate)],
  ['میانهٔ زمان پاسخ (میلی‌ثانیه)', (it) => it.medianMs],
  ['صدک ۹۵ زمان پاسخ (میلی‌ثانیه)', (it) => it.p95Ms],
]

/** The month as RFC 4180 has it, in Latin digits for a spreadsheet; what was not measured is empty, not zero. */
export function reportCsv(report: ServiceReport): string {
  const lines = [columns.map(([name]) => name), ...report.services.map((it) => columns.map(([, valueOf]) => valueOf(it, report)))]
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}

export const csvName = ({ year, month }: ServiceReport): string => `noskhe-sla-${year}-${String(month).padStart(2, '0')}.csv`

const percent = (share: number | null) => (share === null ? null : (share * 100).toFixed(3))

const cell = (value: string | number | null): string => {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
