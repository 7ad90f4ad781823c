import type { OtherSession } from '@noskhe/shared/auth/session'
import { MonitorSmartphone } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useEndOtherSession } from './queries.ts'
import { useSignedIn } from './session-guard.tsx'
import { Strip } from './strip.tsx'
import { useLeave } from './use-leave.ts'
import { words } from './words.ts'

/** She is signed in elsewhere too: which one stays is hers to say, on both sides. */
export function OtherSessionsBanner() {
  const { others } = useSignedIn()
  const [newest] = others
  return (
    <div role="status">
      {newest && <Question key={newest.id} newest={newest} others={others} />}
    </div>
  )
}

/** «همین بماند» ends every other one: asked once, however many there are. */
function Question({ newest, others }: { newest: OtherSession; others: readonly OtherSession[] }) {
  const ending = useEndOtherSession()
  const { leave, isLeaving } = useLeave()
  const endOthers = async () => {
    try {
      for (const { id } of others) await ending.mutateAsync(id)
      toast({ tone: 'done', title: words.others.ended })
    } catch (error) {
      toast({ tone: 'refusal', title: sayProblem(error) })
    }
  }
  return (
    <Strip
      icon={MonitorSmartphone}
      className="mb-5 rounded border"
      actions={
        <>
          <Button size="small" pending={ending.isPending} disabled={isLeaving} onPress={() => void endOthers()}>
            {words.others.keepThis}
          </Button>
          <Button size="small" pending={isLeaving} disabled={ending.isPending} onPress={() => void leave()}>
            {words.others.keepThat}
          </Button>
        </>
      }
    >
      {words.others.title(newest.device, newest.centreName, others.length)}
    </Strip>
  )
}
