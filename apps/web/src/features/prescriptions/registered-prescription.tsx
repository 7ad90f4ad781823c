import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { Dispensing, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Printer, UserPlus } from 'lucide-react'
import { useNavigate } from 'react-router'
import { toPersianDigits } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Code } from '../../ui/code.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { useDispensing } from './queries.ts'
import { progressLook, words } from './words.ts'

/** After registration: the tracking code, large, the slip and the next patient; below, what is given as it is given. */
export function RegisteredPrescription({ it }: { it: Prescription }) {
  const dispensing = useDispensing(it.id, { enabled: true })
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <PageHeader title={words.registered}>{words.registeredHint}</PageHeader>
      <TrackingCode it={it} />
      <Given it={it} dispensing={dispensing.data ?? null} isSilent={dispensing.isError || dispensing.data?.state === 'unanswered'} />
    </div>
  )
}

function TrackingCode({ it }: { it: Prescription }) {
  const navigate = useNavigate()
  useShortcut('Alt+KeyN', words.nextPatient, () => void navigate(paths.compose))
  const { firstName, lastName } = it.patient.person
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-6 pt-2">
        <div className="flex flex-col gap-4">
          {it.trackingCode && (
            <Code label={words.trackingCode} size="large">
              {it.trackingCode}
            </Code>
          )}
          {it.hid && <Code label={words.hid}>{it.hid.value}</Code>}
        </div>
        <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1 text-sm">
          <dt className="text-quiet">بیمار</dt>
          <dd className="font-semibold">{`${firstName} ${lastName}`}</dd>
          <dt className="text-quiet">پرداخت‌کننده</dt>
          <dd>{insurerTitle[it.insurer]}</dd>
          {it.registeredAt && (
            <>
              <dt className="text-quiet">{words.registeredAt}</dt>
              <dd>
                <JalaliDate at={it.registeredAt} as="moment" />
              </dd>
            </>
          )}
        </dl>
      </div>
      {it.totals && (
        <div className="mt-5">
          <ShareBar insurerShare={it.totals.insurerShare} patientShare={it.totals.patientShare} />
        </div>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button kind="primary" size="large" icon={UserPlus} shortcut="Alt+KeyN" onPress={() => void navigate(paths.compose)}>
          {words.nextPatient}
        </Button>
        <LinkButton size="large" icon={Printer} to={paths.print(it.id)}>
          {words.print}
        </LinkButton>
      </div>
    </Card>
  )
}

function Given({ it, dispensing, isSilent }: { it: Prescription; dispensing: Dispensing | null; isSilent: boolean }) {
  const progressOf = (key: string) => dispensing?.items.find((item) => item.key === key)?.progress
  return (
    <Card
      title={words.items}
      flush
      aside={dispensing?.state === 'answered' && <span className="text-sm text-quiet">به گفتهٔ بیمه، <JalaliDate at={dispensing.askedAt} as="clock" /></span>}
    >
      {isSilent && (
        <div className="px-4 py-2">
          <Notice tone="unknown" announce="status">
            {words.payerSilent}
          </Notice>
        </div>
      )}
      <ol aria-live="polite" className="divide-y divide-line border-t border-line">
        {it.items.map((item) => {
          const progress = progressOf(item.key)
          return (
            <li key={item.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
              <div className="min-w-0">
                <p className="font-semibold">{item.name.fa}</p>
                <p className="text-sm text-quiet">{item.readBack}</p>
                <Latin wrap className="text-sm text-quiet">
                  {item.name.en}
                </Latin>
              </div>
              <div className="flex items-center gap-3">
                {progress && (
                  <span className="text-sm whitespace-nowrap tabular-nums">
                    {`${toPersianDigits(progress.delivered)} از ${toPersianDigits(item.quantity ?? 0)}`}
                  </span>
                )}
                {progress ? (
                  <StatusBadge tone={progressLook[progress.state].tone}>{progressLook[progress.state].word}</StatusBadge>
                ) : (
                  <StatusBadge tone="unknown">{`${toPersianDigits(item.quantity ?? 0)} عدد`}</StatusBadge>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
