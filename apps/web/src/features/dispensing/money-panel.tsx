import { type Delivery, hasItsPacks, hasUnknownPrice, patientPaysOf } from '@noskhe/shared/dispensing/order'
import { addShares } from '@noskhe/shared/money'
import type { ReactNode } from 'react'
import { fa } from '../../i18n/fa.ts'
import { Card } from '../../ui/card.tsx'
import { Money } from '../../ui/money.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { SupplementaryNotice } from './supplementary-notice.tsx'
import { words } from './words.ts'

/** What the delivery costs and who pays; the part that is ready grows as packs are scanned. */
export function MoneyPanel({ it, children }: { it: Delivery; children: ReactNode }) {
  const given = it.lines.filter((line) => line.isGiven)
  const ready = given.filter(hasItsPacks)
  const isPriced = given.length === 0 || given.some((line) => line.shares !== null)
  const soFar = addShares(ready.flatMap((line) => line.shares ?? []))
  return (
    <Card title={words.money} className="lg:sticky lg:top-20">
      <div className="flex flex-col gap-4">
        <p className="flex flex-col">
          <span className="text-quiet">{words.patientPays}</span>
          <Money amount={isPriced ? patientPaysOf(it) : null} className="text-3xl font-semibold" />
        </p>
        <ShareBar
          insurerShare={it.totals.insurerShare}
          {...(it.supplementary?.state === 'known' && { supplementaryShare: it.supplementary.share })}
          patientShare={patientPaysOf(it)}
        />
        <SupplementaryNotice it={it.supplementary} />
        <p className="flex justify-between border-t border-line pt-3">
          <span>{fa.share.total}</span>
          <Money amount={isPriced ? it.totals.total : null} className="font-semibold" />
        </p>
        {hasUnknownPrice(it.lines) && <p className="text-sm text-warning">{words.unknownPrice}</p>}
        <div role="status" className="flex flex-col gap-1.5 text-sm text-quiet">
          <p className="flex flex-wrap justify-between gap-x-3">
            <span>{words.ready(ready.length, given.length)}</span>
            <Money amount={soFar.total} />
          </p>
          <span aria-hidden className="flex h-1.5 overflow-hidden rounded-full bg-line">
            <span className="bg-done" style={{ flexGrow: ready.length, flexBasis: 0 }} />
            <span style={{ flexGrow: given.length - ready.length, flexBasis: 0 }} />
          </span>
        </div>
        {children}
      </div>
    </Card>
  )
}
