import { useEffect, useState } from 'react'
import { formatAgo, formatClock, formatJalali, formatJalaliLong, formatMoment, formatToSecond } from '../i18n/format.ts'

interface JalaliDateProps {
  at: Date | string | number
  /** long «دوشنبه ۲ آذر ۱۴۰۵» · short «۱۴۰۵/۰۹/۰۲» · clock «۱۴:۰۵» · moment (long and clock) · second «۱۴۰۵/۰۹/۰۲، ۱۴:۰۵:۰۹» · ago «۳ دقیقه پیش», kept fresh. */
  as?: 'long' | 'short' | 'clock' | 'moment' | 'second' | 'ago'
  className?: string
}

const write = { long: formatJalaliLong, short: formatJalali, clock: formatClock, moment: formatMoment, second: formatToSecond }

/** A moment at Tehran's clock, in the Jalali calendar. The full moment is told on hover. */
export function JalaliDate({ at, as = 'short', className }: JalaliDateProps) {
  const now = useNow(as === 'ago')
  const text = as === 'ago' ? formatAgo(at, now) : write[as](at)
  return (
    <time dateTime={new Date(at).toISOString()} title={as === 'moment' ? undefined : formatMoment(at)} className={className}>
      <span className={as === 'short' || as === 'clock' ? 'whitespace-nowrap tabular-nums' : 'whitespace-nowrap'}>{text}</span>
    </time>
  )
}

function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isTicking) return
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [isTicking])
  return now
}
