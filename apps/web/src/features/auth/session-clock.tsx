import type { Session } from '@noskhe/shared/auth/session'
import { useQueryClient } from '@tanstack/react-query'
import { Hourglass } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { recheckSession, useProlongSession } from './queries.ts'
import { settleBeforeSessionEnd } from './session-end.ts'
import { Strip } from './strip.tsx'
import { onThisClock, useCountdown } from './use-countdown.ts'
import { useLeave } from './use-leave.ts'
import { formatLeft, words } from './words.ts'

const IDLE_WARNED_MS = 2 * 60_000
const END_WARNED_MS = 5 * 60_000
/** Unsent work is sent this long before the end, while the server still listens. */
const SETTLED_BEFORE_MS = 4_000

interface SessionClockProps {
  session: Session
  receivedAt: number
}

/** Watches both ends of the session: warns before each, has unsent work sent, and looks when the time has come. */
export function SessionClock({ session, receivedAt }: SessionClockProps) {
  const local = (end: string) => onThisClock({ now: session.now, end, receivedAt })
  const idleEndsAt = local(session.idleEndsAt)
  const endsAt = local(session.endsAt)
  const isNearEnd = useIsPast(endsAt - END_WARNED_MS)
  const isNearIdle = useIsPast(idleEndsAt - IDLE_WARNED_MS)
  useAtEnd(Math.min(idleEndsAt, endsAt))
  if (isNearEnd) return <LastMinutes endsAt={endsAt} />
  return <IdleWarning isOpen={isNearIdle} idleEndsAt={idleEndsAt} />
}

/** True from this moment on. */
function useIsPast(moment: number): boolean {
  const [passed, setPassed] = useState<number | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(moment), Math.max(0, moment - Date.now()))
    return () => clearTimeout(timer)
  }, [moment])
  return passed === moment || moment <= Date.now()
}

function useAtEnd(end: number): void {
  const queries = useQueryClient()
  useEffect(() => {
    const settle = setTimeout(() => void settleBeforeSessionEnd(), Math.max(0, end - SETTLED_BEFORE_MS - Date.now()))
    // Another tab may have prolonged it: the server decides.
    const look = setTimeout(() => void recheckSession(queries), Math.max(0, end - Date.now()) + 250)
    return () => {
      clearTimeout(settle)
      clearTimeout(look)
    }
  }, [queries, end])
}

function IdleWarning({ isOpen, idleEndsAt }: { isOpen: boolean; idleEndsAt: number }) {
  const { mutate: prolong, isPending, error } = useProlongSession()
  const { leave, isLeaving } = useLeave()
  const stay = () => prolong(undefined)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={stay}
      title={words.idle.title}
      size="small"
      role="alertdialog"
      actions={
        <>
          <Button kind="primary" autoFocus pending={isPending} onPress={stay}>
            {words.idle.stay}
          </Button>
          <Button pending={isLeaving} onPress={() => void leave()}>
            {words.idle.leave}
          </Button>
        </>
      }
    >
      <p>
        <Left until={idleEndsAt} say={words.idle.body} />
      </p>
      {error && <ProblemNotice error={error} />}
    </Dialog>
  )
}

/** Nothing prolongs the session now, so it asks nothing; it stands above the page until she signs in again. */
function LastMinutes({ endsAt }: { endsAt: number }) {
  const { leave, isLeaving } = useLeave()
  return (
    <Strip
      icon={Hourglass}
      className="border-b"
      actions={
        <Button size="small" pending={isLeaving} onPress={() => void leave({ comesBack: true })}>
          {words.idle.signInAgain}
        </Button>
      }
    >
      <Left until={endsAt} say={words.idle.lastMinutes} />
    </Strip>
  )
}

const Left = ({ until, say }: { until: number; say: (left: string) => string }) => say(formatLeft(useCountdown(until)))
