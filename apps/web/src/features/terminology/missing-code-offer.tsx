import type { CodeKind } from '@noskhe/shared/terminology/code'
import { reportMissingCode } from '@noskhe/shared/terminology/contract'
import { Flag } from 'lucide-react'
import { call } from '../../api/call.ts'
import { formatAmount } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { toast } from '../../ui/toast.tsx'
import type { Offer } from './offer.ts'

/** The row of an empty answer: by Enter or a press what was looked for is reported. Null for what may not be kept, as somebody's number. */
export function missingCodeOffer(typed: string, kinds: readonly CodeKind[]): Offer | null {
  const input = { wording: typed, kinds: kinds.join() }
  if (!reportMissingCode.input.safeParse(input).success) return null
  return { key: 'missing', section: '', row: <MissingRow typed={typed} />, take: () => void report(input) }
}

const MissingRow = ({ typed }: { typed: string }) => (
  <div className="flex items-start gap-3">
    <Flag aria-hidden className="mt-1 size-4.5 shrink-0 text-quiet" />
    <div className="min-w-0">
      <p className="font-semibold">«{typed}» در فهرست ملی پیدا نشد. گزارش شود؟</p>
      <p className="text-sm text-quiet">نام فارسی یا لاتین، نام تجاری، قدرت یا کد را هم امتحان کنید. گزارش به مدیر مرکز می‌رسد.</p>
    </div>
  </div>
)

async function report(input: { wording: string; kinds: string }): Promise<void> {
  try {
    const { times } = await call(reportMissingCode, input)
    const body = times === 1 ? 'مدیر مرکز آن را در «گزارش‌های پیدانشد» می‌بیند.' : `این ${formatAmount(times)}‌مین گزارش شما از همین مورد است.`
    toast({ title: `نبودن «${input.wording}» گزارش شد`, body })
  } catch (error) {
    toast({ tone: 'refusal', title: 'گزارش فرستاده نشد', body: sayProblem(error) ?? '' })
  }
}
