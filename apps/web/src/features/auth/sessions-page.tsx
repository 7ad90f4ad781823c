import { LogOut, MonitorSmartphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatAgo } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { toast } from '../../ui/toast.tsx'
import { PasskeyProblem } from './passkey-offer.tsx'
import { canHavePasskeys } from './passkey.ts'
import { useEndOtherSession, useEnrolPasskey } from './queries.ts'
import { useSignedIn } from './session-guard.tsx'
import { useLeave } from './use-leave.ts'
import { words } from './words.ts'

/** Where she is signed in now, and the passkey of this device. */
export function SessionsPage() {
  const { at, others, signedInBy } = useSignedIn()
  const { leave, isLeaving } = useLeave()
  const ending = useEndOtherSession()
  const end = (id: string) =>
    ending.mutate(id, {
      onSuccess: () => toast({ tone: 'done', title: words.others.ended }),
      onError: (error) => toast({ tone: 'refusal', title: sayProblem(error) }),
    })
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col">
      <PageHeader title={words.sessions.title}>{words.sessions.hint}</PageHeader>
      <Card flush className="mb-6">
        <ul className="divide-y divide-line">
          <Row
            title={words.sessions.here}
            detail={`${at?.centreName ?? words.sessions.noCentre} · ${words.sessions.by[signedInBy]}`}
            action={
              <Button icon={LogOut} pending={isLeaving} onPress={() => void leave()}>
                {words.sessions.signOut}
              </Button>
            }
          />
          {others.map((it) => (
            <Row
              key={it.id}
              title={it.device}
              detail={`${it.centreName ?? words.sessions.noCentre} · ${words.sessions.signedIn(it.signedInAt)} · ${words.sessions.lastSeen(formatAgo(it.lastSeenAt))}`}
              action={
                <Button
                  aria-label={words.sessions.endOf(it.device)}
                  pending={ending.isPending && ending.variables === it.id}
                  onPress={() => end(it.id)}
                >
                  {words.sessions.end}
                </Button>
              }
            />
          ))}
        </ul>
      </Card>
      {others.length === 0 && <p className="-mt-3 mb-6 text-sm text-quiet">{words.sessions.alone}</p>}
      <PasskeyCard />
    </div>
  )
}

const Row = ({ title, detail, action }: { title: string; detail: string; action: ReactNode }) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
    <MonitorSmartphone aria-hidden className="size-6 shrink-0 text-quiet" />
    <div className="min-w-0 flex-1 basis-52">
      <p className="font-semibold">{title}</p>
      <p className="text-sm text-quiet">{detail}</p>
    </div>
    {action}
  </li>
)

function PasskeyCard() {
  const { hasPasskey } = useSignedIn()
  const enrolling = useEnrolPasskey()
  if (!canHavePasskeys()) return <Card title={words.passkey.cannotTitle}>{words.passkey.cannot}</Card>
  return (
    <Card title={words.sessions.passkeyTitle}>
      <div className="flex flex-col items-start gap-3">
        <p>{hasPasskey ? words.sessions.has : words.passkey.what}</p>
        {enrolling.isError && <PasskeyProblem error={enrolling.error} />}
        <Button
          pending={enrolling.isPending}
          onPress={() => enrolling.mutate(undefined, { onSuccess: () => toast({ tone: 'done', title: words.passkey.made }) })}
        >
          {words.passkey.create}
        </Button>
      </div>
    </Card>
  )
}
