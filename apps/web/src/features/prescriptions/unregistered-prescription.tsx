import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useRegisterPrescription } from './queries.ts'
import { words } from './words.ts'

/** Signed and not registered: it has no tracking code, and the screen never says otherwise. */
export function UnregisteredPrescription({ it }: { it: Prescription }) {
  const register = useRegisterPrescription()
  const navigate = useNavigate()
  const nextPatient = <Button onPress={() => void navigate(paths.compose)}>{words.nextPatient}</Button>
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <PageHeader title={`نسخهٔ ${it.patient.person.firstName} ${it.patient.person.lastName}`} />
      {it.status === 'registration-unknown' ? (
        <Notice tone="waiting" title={words.unknownTitle} announce="status" actions={nextPatient}>
          {words.unknownBody}
        </Notice>
      ) : it.status === 'signed' ? (
        <Notice
          tone="warning"
          title={words.signedTitle}
          actions={
            <>
              <Button kind="primary" pending={register.isPending} onPress={() => register.mutate({ id: it.id, version: it.version })}>
                {words.register}
              </Button>
              {nextPatient}
            </>
          }
        >
          {words.signedBody}
        </Notice>
      ) : (
        <Notice tone="neutral" title={words.discardedTitle} actions={nextPatient} />
      )}
      {register.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(register.error)}
        </Notice>
      )}
    </div>
  )
}
