import { useCallback } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { toast } from '../../ui/toast.tsx'
import { sayProblem } from '../../i18n/problem-message.ts'
import { endOf, useSignOut } from './queries.ts'
import { settleBeforeSessionEnd } from './session-end.ts'

/** Signs out, after what is unsent has been sent. `comesBack`: she signs in again and goes on where she is. */
export function useLeave() {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { mutateAsync: signOut, isPending } = useSignOut()
  const leave = useCallback(
    async ({ comesBack = false }: { comesBack?: boolean } = {}) => {
      await settleBeforeSessionEnd()
      try {
        await signOut()
      } catch (error) {
        // A session that is still open on the server must not look closed here.
        if (!endOf(error)) return toast({ tone: 'refusal', title: sayProblem(error) })
      }
      await navigate(paths.signIn, { replace: true, state: comesBack ? { from: pathname + search } : { ended: 'signed-out' } })
    },
    [navigate, signOut, pathname, search],
  )
  return { leave, isLeaving: isPending }
}
