import { findSession } from '@noskhe/shared/auth/contract'
import { type Delivery, type DeliveryLine, hasUnknownPrice, patientPaysOf } from '@noskhe/shared/dispensing/order'
import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import { useQuery } from '@tanstack/react-query'
import { Printer, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { queryOf } from '../../api/call.ts'
import { fa } from '../../i18n/fa.ts'
import { formatAmount } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { ProductName } from './product-name.tsx'
import { SupplementaryNotice } from './supplementary-notice.tsx'
import { words } from './words.ts'

/** A delivery that counts: what was given, what remains, who pays; as it is shown, so it is printed. */
export function Receipt({ it }: { it: Delivery }) {
  const navigate = useNavigate()
  const next = () => void navigate(paths.counter)
  useShortcut('Alt+KeyN', words.nextPatient, next)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5">
      <div data-screen-only="">
        <Notice
          tone="done"
          announce="status"
          title={<span className="text-xl">{words.doneTitle}</span>}
          actions={
            <>
              <Button kind="primary" icon={UserRound} shortcut="Alt+KeyN" autoFocus onPress={next}>
                {words.nextPatient}
              </Button>
              <Button icon={Printer} onPress={() => window.print()}>
                {words.print}
              </Button>
            </>
          }
        />
      </div>
      <Paper it={it} />
    </div>
  )
}

function Paper({ it }: { it: Delivery }) {
  const centreName = useQuery(queryOf(findSession, {}, { isBackground: true })).data?.at?.centreName
  return (
    <article aria-label={words.receipt} className="flex flex-col gap-4 rounded border border-line bg-surface p-6 print:border-0 print:p-0">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line pb-3">
        <div>
          <h2 className="text-lg">{words.receipt}</h2>
          {centreName && <p>{centreName}</p>}
        </div>
        {it.deliveredAt && <JalaliDate at={it.deliveredAt} as="moment" className="text-sm" />}
      </header>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        <Pair term="بیمار">{it.patientName || fa.state.unknown}</Pair>
        <Pair term="پرداخت‌کننده">{insurerTitle[it.ref.insurer]}</Pair>
        <Pair term="کد رهگیری">
          <bdi dir="ltr">{it.ref.trackingCode}</bdi>
        </Pair>
        {it.ref.insurer !== 'private' && <Pair term="شباد">{it.hid ? <bdi dir="ltr">{it.hid}</bdi> : words.noHid}</Pair>}
      </dl>
      <Lines lines={it.lines} />
      <Sums it={it} />
      <SupplementaryNotice it={it.supplementary} />
      {hasUnknownPrice(it.lines) && <p className="text-sm text-warning">{words.unknownPrice}</p>}
    </article>
  )
}

/** Left out on a phone, not on paper. */
const wide = 'hidden sm:table-cell print:table-cell'

function Lines({ lines }: { lines: readonly DeliveryLine[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-table [&_td]:border-b [&_td]:border-line [&_td]:py-2 [&_td]:ps-3 [&_th]:border-b [&_th]:border-edge [&_th]:py-1.5 [&_th]:ps-3 [&_th]:text-start">
        <thead>
          <tr>
            <th className="ps-0!">دارو</th>
            <th>{words.given}</th>
            <th>{words.remains}</th>
            <th className={wide}>{fa.share.insurer}</th>
            <th>{fa.share.patient}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="ps-0!">
                <ProductName>{line.name}</ProductName>
                <Authenticity line={line} />
              </td>
              <td className="tabular-nums">{line.isGiven ? formatAmount(line.quantity) : words.notGiven}</td>
              <td className="tabular-nums">{formatAmount(line.remainingBefore - (line.isGiven ? line.quantity : 0))}</td>
              <td className={wide}>{line.isGiven && <Money amount={line.shares?.insurerShare} unit={false} />}</td>
              <td>{line.isGiven && <Money amount={line.shares?.patientShare} unit={false} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What was verified is told pack by pack; a line without packs says that nothing was. */
const Authenticity = ({ line }: { line: DeliveryLine }) =>
  line.packs.length > 0 ? (
    <ul className="text-xs text-quiet">
      {line.packs.map((pack) => (
        <li key={pack.uid}>
          اصالت تأیید شد · سری ساخت <bdi dir="ltr">{pack.batch}</bdi> · انقضا <JalaliDate at={pack.expiry} as="short" />
        </li>
      ))}
    </ul>
  ) : (
    line.isGiven && <p className="text-xs text-quiet">اصالت بسته بررسی نشده است</p>
  )

const Sums = ({ it }: { it: Delivery }) => (
  <dl data-keep-together="" className="flex flex-wrap justify-between gap-x-8 gap-y-2">
    {(
      [
        [fa.share.total, it.totals.total],
        [fa.share.insurer, it.totals.insurerShare],
        ...(it.supplementary?.state === 'known' ? [[`${fa.share.supplementary} (${it.supplementary.company})`, it.supplementary.share] as const] : []),
        [words.patientPays, patientPaysOf(it)],
      ] as const
    ).map(([term, amount]) => (
      <div key={term} className="flex flex-col">
        <dt className="text-sm text-quiet">{term}</dt>
        <dd>
          <Money amount={amount} className="text-lg font-semibold" />
        </dd>
      </div>
    ))}
  </dl>
)

const Pair = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="flex gap-2">
    <dt className="text-quiet">{term}:</dt>
    <dd className="font-semibold">{children}</dd>
  </div>
)
