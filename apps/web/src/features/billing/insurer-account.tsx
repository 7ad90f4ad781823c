import type { BillLine, InsurerBill } from '@noskhe/shared/billing/bill'
import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { ReactNode } from 'react'
import { fa } from '../../i18n/fa.ts'
import { formatAmount } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { sayDifference, words } from './words.ts'

type NumberedLine = BillLine & { place: number }

const columns: Column<NumberedLine>[] = [
  { id: 'title', header: 'عنوان', cell: (it) => it.title, sortBy: (it) => it.title },
  { id: 'fund', header: 'صندوق', cell: (it) => it.fund, sortBy: (it) => it.fund },
  { id: 'note', header: 'توضیح بیمه', wideOnly: true, cell: (it) => it.note || '—' },
  { id: 'count', header: 'تعداد', numeric: true, cell: (it) => formatAmount(it.count), sortBy: (it) => it.count },
  {
    id: 'share',
    header: `${fa.share.insurer} (ریال)`,
    numeric: true,
    cell: (it) => <Money amount={it.insurerShare} unit={false} />,
    sortBy: (it) => it.insurerShare,
  },
]

/** One insurer's month: its lines and their sum, and what our own records say beside them. */
export function InsurerAccount({ it }: { it: InsurerBill }) {
  const difference = sayDifference(it)
  return (
    <Card title={insurerTitle[it.insurer]} flush>
      <div className="flex flex-col gap-4 pt-2">
        {it.state === 'unanswered' && <Notice tone="unknown" className="mx-4" title={words.unanswered} />}
        {it.state === 'refused' && (
          <Notice tone="refusal" className="mx-4" title={words.refused}>
            {it.advice}
          </Notice>
        )}
        {it.state === 'answered' && it.lines.length === 0 && <p className="px-4 text-quiet">{words.nothingOwed}</p>}
        {it.lines.length > 0 && (
          <Table
            label={`${words.title} ${insurerTitle[it.insurer]}`}
            columns={columns}
            rows={it.lines.map((line, place) => ({ ...line, place }))}
            keyOf={({ billRef, place }) => `${billRef}-${place}`}
            empty={null}
            footer={{ title: fa.share.total, share: <Money amount={it.insurerShare} unit={false} /> }}
          />
        )}
        <OwnFigures ours={it.ours} />
        {difference && <Notice tone={difference.isSame ? 'done' : 'warning'} className="mx-4 mb-4" title={difference.text} />}
      </div>
    </Card>
  )
}

const OwnFigures = ({ ours }: Pick<InsurerBill, 'ours'>) => (
  <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2 px-4 pb-4">
    <h3 className="w-full text-sm text-quiet">{words.ours}</h3>
    <Figure term={words.registered}>{formatAmount(ours.registered)}</Figure>
    <Figure term={words.delivered}>{formatAmount(ours.delivered)}</Figure>
    {ours.delivered > 0 && (
      <>
        <Figure term={fa.share.insurer}>
          <Money amount={ours.insurerShare} />
        </Figure>
        <Figure term={fa.share.patient}>
          <Money amount={ours.patientShare} />
        </Figure>
      </>
    )}
  </div>
)

const Figure = ({ term, children }: { term: string; children: ReactNode }) => (
  <p className="flex items-baseline gap-2">
    <span className="text-quiet">{term}:</span>
    <strong className="tabular-nums">{children}</strong>
  </p>
)
