import { CancelReason, type Cancellation } from '@noskhe/shared/prescriptions/amending'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { useId } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { useCancelPrescription } from './queries.ts'
import { cancelReasonWord, words } from './words.ts'

const reasons = CancelReason.options.map((value) => ({ value, label: cancelReasonWord[value] }))

/** Asks why, then leads to the signature: taking back is signed like the prescription itself. */
export default function CancelDialog({ it, onClose }: { it: Prescription; onClose: () => void }) {
  const formId = useId()
  const navigate = useNavigate()
  const cancel = useCancelPrescription()
  const { control, handleSubmit } = useForm<{ reason: Cancellation['reason'] | null; note: string }>({ defaultValues: { reason: null, note: '' } })
  const { firstName, lastName } = it.patient.person
  const submit = handleSubmit(({ reason, note }) => {
    if (reason === null) return
    cancel.mutate({ id: it.id, version: it.version, cancellation: { reason, note } }, { onSuccess: () => void navigate(paths.review(it.id)) })
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.cancelOf(`${firstName} ${lastName}`)}
      dismissable={!cancel.isPending}
      actions={
        <>
          <Button kind="danger" type="submit" form={formId} pending={cancel.isPending}>
            {words.cancelDo}
          </Button>
          <Button disabled={cancel.isPending} onPress={onClose}>
            {words.keep}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <p className="text-quiet">{words.cancelBody}</p>
        <Controller
          control={control}
          name="reason"
          rules={{ required: words.cancelReasonMissing }}
          render={({ field: { value, onChange, name }, fieldState: { error } }) => (
            <RadioGroup label={words.cancelReason} name={name} value={value} onChange={onChange} error={error?.message} choices={reasons} />
          )}
        />
        <Controller
          control={control}
          name="note"
          render={({ field: { value, onChange } }) => <TextArea label={words.cancelNote} optional maxLength={300} value={value} onChange={onChange} />}
        />
        {cancel.isError && (
          <Notice tone="refusal" announce="alert">
            {sayProblem(cancel.error)}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
