import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { useRegisterPrescription } from './queries.ts'
import { words } from './words.ts'

/** Not registered: it has no tracking code, and the screen never says otherwise. */
export function UnregisteredPrescription({ it }: { it: Prescription }) {
  const navigate = useNavigate()
  const register = useRegisterPrescription()
  const turnedAway = useTurnedAway()
  const next = () => void navigate(paths.compose)
  useShortcut('Alt+KeyN', words.nextPatient, next)
  const problem = register.isPending ? null : register.isError ? sayProblem(register.error) : turnedAway
  const { firstName, lastName } = it.patient.person
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader title={words.prescriptionOf(`${firstName} ${lastName}`)} />
      <div className="flex flex-col gap-4">
        <Standing
          it={it}
          nextPatient={
            <Button shortcut="Alt+KeyN" onPress={next}>
              {words.nextPatient}
            </Button>
          }
          register={
            <Button kind="primary" pending={register.isPending} onPress={() => register.mutate({ id: it.id, version: it.version })}>
              {it.amending ? words.registerChange : words.register}
            </Button>
          }
        />
        {it.status === 'signed' && problem && (
          <Notice tone="refusal" announce="alert">
            {problem}
          </Notice>
        )}
      </div>
    </div>
  )
}

function Standing({ it, nextPatient, register }: { it: Prescription; nextPatient: ReactNode; register: ReactNode }) {
  switch (it.status) {
    case 'signed':
      return (
        <Notice tone="warning" title={it.amending ? words.signedChangeTitle : words.signedTitle} actions={<>{register}{nextPatient}</>}>
          {it.amending ? words.signedChangeBody : words.signedBody}
        </Notice>
      )
    case 'cancelled':
      return (
        <Notice tone="neutral" title={words.cancelledTitle} actions={nextPatient}>
          {words.cancelledBody}
        </Notice>
      )
    case 'discarded':
      return <Notice tone="neutral" title={words.discardedTitle} actions={nextPatient} />
    default:
      return (
        <Notice tone="waiting" title={words.unknownTitle} announce="status" actions={nextPatient}>
          {words.unknownBody}
        </Notice>
      )
  }
}

/** What the payer said when it turned her away on the way here (see the review), or null. */
function useTurnedAway(): string | null {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'turnedAway' in state && typeof state.turnedAway === 'string' ? state.turnedAway : null
}
