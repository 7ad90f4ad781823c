import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { CopyPlus } from 'lucide-react'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { askToRepeat } from '../favourites/index.ts'
import { useOpenDraft } from './queries.ts'

const words = {
  repeat: 'تکرار این نسخه',
  ended: 'ویزیت این بیمار پایان یافته است',
  endedBody: 'کد ملی او را بنویسید تا استحقاق پرسیده شود؛ اقلام این نسخه در پیش‌نویس تازه پیش روی شماست.',
}

/**
 * Writes a prescription again: a new draft in the same visit while it is open, else in the one that is opened next for this
 * patient. There its items stand ready to be taken, whole or in part.
 */
export function RepeatRegistered({ it }: { it: Prescription }) {
  const navigate = useNavigate()
  const open = useOpenDraft()
  const declaredName = it.patient.isDeclared ? { firstName: it.patient.person.firstName, lastName: it.patient.person.lastName } : null
  const begin = () => {
    if (open.isPending) return
    open.mutate(
      { encounterId: it.encounterId, pays: it.insurer === 'private' ? 'private' : 'insurer', declaredName },
      {
        onSuccess: (draft) => {
          askToRepeat(it.id)
          void navigate(paths.prescription(draft.id))
        },
        onError: (error) => {
          if (!needsVisit(error)) return
          askToRepeat(it.id)
          toast({ tone: 'information', title: words.ended, body: words.endedBody })
          void navigate(paths.compose)
        },
      },
    )
  }
  useShortcut('Alt+KeyR', words.repeat, begin)
  return (
    <>
      <Button size="large" icon={CopyPlus} shortcut="Alt+KeyR" pending={open.isPending} onPress={begin}>
        {words.repeat}
      </Button>
      {open.isError && !needsVisit(open.error) && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(open.error)}
        </Notice>
      )}
    </>
  )
}

/** The visit is over, or carries no more: another one is asked for. */
const needsVisit = (error: unknown): boolean => error instanceof Failure && error.code.startsWith('encounter.')
