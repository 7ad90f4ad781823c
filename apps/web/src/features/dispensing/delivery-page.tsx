import type { Delivery } from '@noskhe/shared/dispensing/order'
import { type ReactNode, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Latin } from '../../ui/latin.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { GivenList } from './given-list.tsx'
import { HandOver } from './hand-over.tsx'
import { PatientLine } from './patient-line.tsx'
import { useDelivery } from './queries.ts'
import { Receipt } from './receipt.tsx'
import { words } from './words.ts'

/** One delivery, from its price to its receipt. Whatever happens, coming back to its address shows how it stands. */
export function DeliveryPage() {
  const { id = '' } = useParams()
  const delivery = useDelivery(id)
  if (delivery.isPending) return <Skeleton lines={8} />
  if (delivery.isError && !delivery.data) {
    return (
      <ErrorState
        retrying={delivery.isFetching}
        onRetry={() => void delivery.refetch()}
        action={<LinkButton to={paths.counter}>{words.backToCounter}</LinkButton>}
      >
        {sayProblem(delivery.error)}
      </ErrorState>
    )
  }
  return <DeliveryInState key={id} it={delivery.data} />
}

const titles: Record<Delivery['state'], string> = {
  prepared: words.deliver,
  sent: words.sendingTitle,
  unknown: words.waitingTitle,
  delivered: words.receipt,
  refused: words.refusedTitle,
  abandoned: words.abandonedTitle,
}

function DeliveryInState({ it }: { it: Delivery }) {
  const hasReturned = useHasReturned(it.state)
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-5">
      <PageHeader title={titles[it.state]} hidden />
      {it.state !== 'delivered' && (
        <PatientLine
          patientName={it.patientName}
          insurer={it.ref.insurer}
          trackingCode={it.ref.trackingCode}
          details={[it.ref.insurer !== 'private' && <HidOf key="hid" it={it} />]}
        />
      )}
      {hasReturned && it.state === 'prepared' && (
        <Notice tone="information" announce="status" title={words.returnedTitle}>
          {words.returnedBody}
        </Notice>
      )}
      {content(it)}
    </div>
  )
}

function content(it: Delivery): ReactNode {
  switch (it.state) {
    case 'prepared':
      return <HandOver it={it} />
    case 'sent':
    case 'unknown':
      return <Waiting it={it} />
    case 'delivered':
      return <Receipt it={it} />
    case 'refused':
    case 'abandoned':
      return <CameToNothing it={it} />
  }
}

/** True once this screen has seen the delivery wait for the payer: being `prepared` again is then news. */
function useHasReturned(state: Delivery['state']): boolean {
  const [hasWaited, setWaited] = useState(false)
  if (!hasWaited && state === 'unknown') setWaited(true)
  return hasWaited
}

const HidOf = ({ it }: { it: Delivery }) => (
  <>
    {words.hid}: {it.hid ? <Latin>{it.hid}</Latin> : words.noHid}
  </>
)

const Waiting = ({ it }: { it: Delivery }) => (
  <>
    <Notice
      tone="waiting"
      announce="alert"
      title={<span className="text-xl">{it.state === 'sent' ? words.sendingTitle : words.waitingTitle}</span>}
      actions={<LinkButton to={paths.counter}>{words.nextPatient}</LinkButton>}
    >
      {words.waitingBody}
    </Notice>
    <Card title={words.asked}>
      <GivenList lines={it.lines} />
    </Card>
  </>
)

function CameToNothing({ it }: { it: Delivery }) {
  const navigate = useNavigate()
  const isRefused = it.state === 'refused'
  return (
    <Notice
      tone={isRefused ? 'refusal' : 'neutral'}
      announce="alert"
      title={isRefused ? words.refusedTitle : words.abandonedTitle}
      actions={
        <>
          <Button kind="primary" autoFocus onPress={() => void navigate(paths.counter, { state: it.ref })}>
            {words.again}
          </Button>
          <LinkButton to={paths.counter}>{words.nextPatient}</LinkButton>
        </>
      }
    >
      {it.refusal}
    </Notice>
  )
}
