import type { InsurerBill } from '@noskhe/shared/billing/bill'
import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import { Card } from '../../ui/card.tsx'
import { Money } from '../../ui/money.tsx'
import { words } from './words.ts'

/** What each line brings, as bars from one edge. The numbers stand beside the bars, so that nothing is told by length alone. */
export function ShareChart({ insurers }: { insurers: readonly InsurerBill[] }) {
  const bars = insurers.flatMap((it) =>
    it.lines.map((line, place) => ({
      key: `${it.insurer}-${place}`,
      name: [insurers.length > 1 && insurerTitle[it.insurer], line.title, line.fund].filter(Boolean).join('، '),
      amount: line.insurerShare,
    })),
  )
  const most = Math.max(...bars.map(({ amount }) => amount))
  if (bars.length < 2 || most === 0) return null
  return (
    <Card title={words.chart}>
      <ul className="flex flex-col gap-3">
        {bars
          .toSorted((a, b) => b.amount - a.amount)
          .map(({ key, name, amount }) => (
            <li key={key} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[14rem_1fr_10rem]">
              <span>{name}</span>
              <span aria-hidden className="h-4 overflow-hidden rounded-sm bg-sunken">
                <span className="block h-full rounded-sm bg-accent" style={{ width: `${(amount / most) * 100}%` }} />
              </span>
              <Money amount={amount} className="text-end font-semibold" />
            </li>
          ))}
      </ul>
    </Card>
  )
}
