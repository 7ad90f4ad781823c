import type { NationalServiceStatus } from '@noskhe/shared/status/contract'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { fa } from '../../i18n/fa.ts'
import { toPersianDigits } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { useNationalStatus } from './queries.ts'
import { StandingBadge } from './standing-badge.tsx'
import { isDown, standingOf } from './standing.ts'

const isServiceDown = (it: NationalServiceStatus) => isDown(standingOf(it))

/** What the dot says: how many services fail, or that all answered that were asked, or that nothing is known. */
function summaryOf(services: readonly NationalServiceStatus[] | undefined): { words: string; dot: string } {
  if (!services) return { words: 'وضعیت سرویس‌ها معلوم نیست', dot: 'border-dashed border-edge' }
  const failing = services.filter(isServiceDown).length
  if (failing > 0) return { words: `${toPersianDigits(failing)} سرویس پاسخ نمی‌دهد`, dot: 'border-transparent bg-refusal' }
  return { words: 'سرویس‌ها پاسخ می‌دهند', dot: 'border-transparent bg-done' }
}

/** The dot in the top bar that tells how the national services stand, and behind it the list, one by one, and the way to its page (A72). */
export function ServiceStatus() {
  const [isOpen, setOpen] = useState(false)
  const services = useNationalStatus().data?.services
  const { words, dot } = summaryOf(services)
  const isFailing = services?.some(isServiceDown) ?? false
  const navigate = useNavigate()
  const openPage = () => {
    setOpen(false)
    void navigate(paths.status)
  }
  useShortcut('Alt+Digit0', fa.shell.servicesPage, openPage)
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={`${fa.shell.services}: ${words}`}
        className="inline-flex h-9.5 shrink-0 items-center gap-2 rounded px-2.5 text-sm text-quiet hover:bg-sunken hover:text-ink coarse:h-11"
      >
        <span aria-hidden className={classNames('size-2.5 rounded-full border', isFailing && 'rounded-sm', dot)} />
        <span className="hidden md:inline">{isFailing ? words : fa.shell.servicesShort}</span>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={fa.shell.services} actions={<Button onPress={openPage}>{fa.shell.servicesPage}</Button>}>
        <ul className="divide-y divide-line">
          {services?.map((it) => (
            <Service key={it.service} it={it} />
          )) ?? <li className="py-2 text-quiet">{words}</li>}
        </ul>
      </Dialog>
    </>
  )
}

function Service({ it }: { it: NationalServiceStatus }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <span>{it.title}</span>
      <span className="flex items-center gap-3 text-sm text-quiet">
        {isServiceDown(it) && it.lastFailedAt && <JalaliDate at={it.lastFailedAt} as="ago" />}
        {it.state === 'answering' && it.lastMs !== null && <span className="tabular-nums">{`${toPersianDigits(it.lastMs)} میلی‌ثانیه`}</span>}
        <StandingBadge it={it} />
      </span>
    </li>
  )
}
