import type { OtherSession } from '@noskhe/shared/auth/session'
import { MonitorSmartphone } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useEndOtherSession } from './queries.ts'
import { useSignedIn } from './session-guard.tsx'
import { useLeave } from './use-leave.ts'
import { words } from './words.ts'

/** She is signed in elsewhere too: which one stays is hers to say, on both sides. */
export function OtherSessionsBanner() {
  const { others } = useSignedIn()
  const [newest] = others
  return (
    <div role="status" data-screen-only="">
      {newest && <Question key={newest.id} other={newest} />}
    </div>
  )
}

function Question({ other }: { other: OtherSession }) {
  const ending = useEndOtherSession()
  const { leave, isLeaving } = useLeave()
  const endOther = () =>
    ending.mutate(other.id, {
      onSuccess: () => toast({ tone: 'done', title: words.others.ended }),
      onError: (error) => toast({ tone: 'refusal', title: sayProblem(error) }),
    })
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-warning/30 bg-warning-wash px-4 py-2.5">
      <p className="flex min-w-0 flex-1 basis-72 items-start gap-3">
        <MonitorSmartphone aria-hidden className="mt-1 size-5 shrink-0 text-warning" />
        {words.others.title(other.device, other.centreName)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" pending={ending.isPending} disabled={isLeaving} onPress={endOther}>
          {words.others.keepThis}
        </Button>
        <Button size="small" pending={isLeaving} disabled={ending.isPending} onPress={() => void leave()}>
          {words.others.keepThat}
        </Button>
      </div>
    </div>
  )
}
