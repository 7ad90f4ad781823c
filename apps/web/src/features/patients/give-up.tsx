import type { Input } from '@noskhe/shared/endpoint'
import type { giveUpEncounter } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import { useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { useGiveUpEncounter } from './queries.ts'
import { nameOf, words } from './words.ts'

type Reason = Input<typeof giveUpEncounter>['reason']

const reasons = (['visit-given-up', 'wrong-person'] as const).map((value) => ({ value, label: words.giveUpReasons[value] }))

/** The visit came to nothing: asks once and why, and has its HID taken back. */
export function GiveUp({ it, onGivenUp }: { it: Encounter; onGivenUp: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState<Reason>('visit-given-up')
  const givingUp = useGiveUpEncounter()
  const close = () => {
    setAsking(false)
    givingUp.reset()
  }
  return (
    <>
      <Button kind="bare" size="large" onPress={() => setAsking(true)}>
        {words.giveUp}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={close}
        title={words.giveUpOf(nameOf(it))}
        size="small"
        dismissable={!givingUp.isPending}
        actions={
          <>
            <Button kind="danger" pending={givingUp.isPending} onPress={() => givingUp.mutate({ id: it.id, reason }, { onSuccess: onGivenUp })}>
              {words.giveUp}
            </Button>
            <Button autoFocus disabled={givingUp.isPending} onPress={close}>
              {words.keepVisit}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <p className="text-quiet">{words.giveUpBody}</p>
          <RadioGroup label={words.giveUpReason} value={reason} onChange={setReason} choices={reasons} />
          {givingUp.isError && (
            <Notice tone="refusal" announce="alert">
              {sayProblem(givingUp.error)}
            </Notice>
          )}
        </div>
      </Dialog>
    </>
  )
}
