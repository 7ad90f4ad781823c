import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { signedAct } from '@noskhe/shared/signing/signed-act'
import { Printer, UserPlus } from 'lucide-react'
import { useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Code } from '../../ui/code.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { ActView } from './act-view.tsx'
import { actLook } from './act-words.ts'
import { VisitOfPrescription } from '../charts/index.ts'
import { ChangeRegistered } from './change-registered.tsx'
import { GivenItems } from './given-items.tsx'
import { HidLine } from './hid-line.tsx'
import { ReferralAnswers } from './referral-answers.tsx'
import { RepeatRegistered } from './repeat-registered.tsx'
import { SignatureLayers } from './signature-layers.tsx'
import { codesOf } from './part-codes.ts'
import { words } from './words.ts'

interface RegisteredProps {
  it: Prescription
  trackingCode: string
}

/** After registration: the tracking code, large, the slip and the next patient; below, what is given as it is given. */
export function RegisteredPrescription({ it, trackingCode }: RegisteredProps) {
  const codes = codesOf(it, trackingCode)
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader title={it.act ? actLook[it.act.kind].registered : words.registered}>{it.act ? actLook[it.act.kind].hint : words.registeredHint}</PageHeader>
      <div className="flex flex-col gap-4">
        <Card>
          <div className="flex flex-wrap items-start justify-between gap-6">
            <div className="flex flex-col gap-3">
              {codes.map(({ label, code }) => (
                <Code key={code} label={label} size="large">
                  {code}
                </Code>
              ))}
              {codes.length > 1 && <p className="text-sm text-quiet">{words.severalCodes}</p>}
              {it.hid && <HidLine it={it.hid} />}
            </div>
            <Facts it={it} />
          </div>
          {it.totals && (
            <div className="mt-5">
              <ShareBar insurerShare={it.totals.insurerShare} patientShare={it.totals.patientShare} />
            </div>
          )}
          <WaysOn id={it.id} />
          <div className="mt-4 border-t border-line pt-4">
            <VisitOfPrescription encounterId={it.encounterId} />
          </div>
          {it.items.length > 0 && !it.act && (
            <div className="mt-3 flex flex-wrap gap-3">
              <RepeatRegistered it={it} />
            </div>
          )}
        </Card>
        {it.act && (
          <Card>
            <ActView it={signedAct(it.act)} />
          </Card>
        )}
        {it.act?.kind === 'referral' && <ReferralAnswers id={it.id} />}
        {(it.items.length > 0 || !it.act) && <GivenItems it={it} />}
        {it.registeredAt && (
          <Card title={words.change}>
            <ChangeRegistered it={it} registeredAt={it.registeredAt} />
          </Card>
        )}
        <SignatureLayers id={it.id} version={it.version} />
      </div>
    </div>
  )
}

function Facts({ it }: { it: Prescription }) {
  const { firstName, lastName } = it.patient.person
  return (
    <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1 text-sm">
      <dt className="text-quiet">{words.patient}</dt>
      <dd className="font-semibold">{`${firstName} ${lastName}`}</dd>
      <dt className="text-quiet">{words.payer}</dt>
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
  )
}

function WaysOn({ id }: { id: string }) {
  const navigate = useNavigate()
  const next = () => void navigate(paths.compose)
  useShortcut('Alt+KeyN', words.nextPatient, next)
  useShortcut('Mod+KeyP', words.print, () => void navigate(paths.print(id)))
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      <Button kind="primary" size="large" icon={UserPlus} shortcut="Alt+KeyN" onPress={next}>
        {words.nextPatient}
      </Button>
      <LinkButton size="large" icon={Printer} shortcut="Mod+KeyP" to={paths.print(id)}>
        {words.print}
      </LinkButton>
    </div>
  )
}
