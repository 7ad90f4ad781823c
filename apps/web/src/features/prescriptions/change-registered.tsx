import { editPolicyOf, isWithinEditWindow } from '@noskhe/shared/prescriptions/amending'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Ban, PencilLine } from 'lucide-react'
import { Suspense, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { deferred } from '../../ui/deferred.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { actWords } from './act-words.ts'
import { useDispensing, useEditPrescription } from './queries.ts'
import { words } from './words.ts'

const CancelDialog = deferred(() => import('./cancel-dialog.tsx'))

/** Edit or take back what is registered, as long as nothing of it was given and the insurer lets it (9-1-6). */
export function ChangeRegistered({ it, registeredAt }: { it: Prescription; registeredAt: string }) {
  const edit = useEditPrescription()
  const [isCancelling, setCancelling] = useState(false)
  const policy = editPolicyOf(it.insurer, new Date())
  const { data: dispensing } = useDispensing(it.id)
  const isGiven = dispensing?.items.some(({ progress }) => progress.delivered > 0) ?? false
  if (isGiven) return <p className="text-sm text-quiet">{words.givenAlready}</p>
  if (!isWithinEditWindow(policy, registeredAt, new Date())) return <p className="text-sm text-quiet">{words.editWindowClosed}</p>
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {!it.act && (
          <Button icon={PencilLine} pending={edit.isPending} onPress={() => edit.mutate({ id: it.id, version: it.version })}>
            {words.edit}
          </Button>
        )}
        {policy.canCancel && (
          <Button icon={Ban} disabled={edit.isPending} onPress={() => setCancelling(true)}>
            {words.cancel}
          </Button>
        )}
        {it.act ? (
          <p className="text-sm text-quiet">{[actWords.noEdit, !policy.canCancel && actWords.noTakingBack].filter(Boolean).join(' ')}</p>
        ) : (
          <p className="text-sm text-quiet">
            {policy.hours !== null && (
              <>
                {words.editUntil} <JalaliDate at={new Date(Date.parse(registeredAt) + policy.hours * 3_600_000).toISOString()} as="moment" />.{' '}
              </>
            )}
            {policy.times === 1 && `${words.editOnce} `}
            {!policy.canCancel && words.noCancel}
          </p>
        )}
      </div>
      {edit.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(edit.error)}
        </Notice>
      )}
      {isCancelling && (
        <Suspense fallback={null}>
          <CancelDialog it={it} onClose={() => setCancelling(false)} />
        </Suspense>
      )}
    </div>
  )
}
