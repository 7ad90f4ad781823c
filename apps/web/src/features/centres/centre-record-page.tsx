import type { CentreRecord } from '@noskhe/shared/centres/centre'
import { InsurerCode, insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { ReactNode } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Card } from '../../ui/card.tsx'
import { Code } from '../../ui/code.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { kindTitle } from '../auth/index.ts'
import { LicenceCard } from './licence-card.tsx'
import { useCentreRecord } from './queries.ts'
import { titleOfSystem, words } from './words.ts'

/** What SIAM has of the centre one works at: whether it may work, and under which numbers others know it. */
export function CentreRecordPage() {
  const centre = useCentreRecord()
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader title={words.title}>{words.hint}</PageHeader>
      {centre.isPending ? (
        <Skeleton lines={8} />
      ) : centre.isError ? (
        <ErrorState retrying={centre.isFetching} onRetry={() => void centre.refetch()}>
          {sayProblem(centre.error)}
        </ErrorState>
      ) : (
        <Told it={centre.data} />
      )}
    </div>
  )
}

const Told = ({ it }: { it: CentreRecord }) => (
  <div className="flex flex-col gap-4">
    <Silence it={it} />
    <LicenceCard it={it} />
    <Card title={words.ids}>
      <Rows>
        <Row title={words.siamId}>
          <Number of={words.siamId} value={it.siamId} />
        </Row>
        {it.mappedIds.map(({ system, value }) => (
          <Row key={`${system} ${value}`} title={titleOfSystem(system)}>
            <Number of={titleOfSystem(system)} value={value} />
          </Row>
        ))}
        <Row title={words.terminal}>
          <Number of={words.terminal} value={it.posTerminalId} />
        </Row>
      </Rows>
    </Card>
    <Card title={words.insurers}>
      <p className="mb-2 text-sm text-quiet">{words.insurersHint}</p>
      <Rows>
        {insurers.map((insurer) => (
          <Row key={insurer} title={insurerTitle[insurer]}>
            <Number of={insurerTitle[insurer]} value={it.partnerIds.find((partner) => partner.insurer === insurer)?.value ?? null} />
          </Row>
        ))}
      </Rows>
    </Card>
    <Card title={words.contact}>
      <Rows>
        <Row title={kindTitle[it.kind]}>{it.name}</Row>
        <Row title={words.address}>{it.address || <None />}</Row>
        <Row title={words.phone}>{it.phone ? <bdi dir="ltr" className="tabular-nums">{toPersianDigits(it.phone)}</bdi> : <None />}</Row>
      </Rows>
    </Card>
  </div>
)

/** Who pays a centre: nobody has a number for it where nobody pays. */
const insurers = InsurerCode.options.filter((it) => it !== 'private')

function Silence({ it: { isCurrent, silentSince } }: { it: CentreRecord }) {
  if (isCurrent) return null
  return (
    <Notice tone="unknown" title={silentSince ? words.silentTitle : words.staleTitle} announce="status">
      {silentSince ? words.silent : words.stale}
      {silentSince && (
        <p className="text-sm text-quiet">
          {words.silentSince} <JalaliDate at={silentSince} as="moment" />
        </p>
      )}
    </Notice>
  )
}

const Rows = ({ children }: { children: ReactNode }) => <dl className="divide-y divide-line">{children}</dl>

const Row = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-0.5 py-2">
    <dt className="text-quiet">{title}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
)

const None = () => <span className="text-quiet">{words.none}</span>

const Number = ({ of, value }: { of: string; value: string | null }) => (value ? <Code label={of} hideLabel>{value}</Code> : <None />)
