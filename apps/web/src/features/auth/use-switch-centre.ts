import type { Post } from '@noskhe/shared/auth/session'
import { useChooseCentre } from './queries.ts'
import { settleBeforeSessionEnd } from './session-end.ts'

type Named = Pick<Post, 'siamId' | 'role'>

export const isSamePost = (one: Named, other: Named): boolean => one.siamId === other.siamId && one.role === other.role

/** Chooses another centre, after what is unsent has been sent to the one she leaves. */
export function useSwitchCentre() {
  const choosing = useChooseCentre()
  const { variables = null } = choosing
  return {
    switchTo: (post: Named, onDone: () => void, onRefused?: (error: unknown) => void) => {
      void settleBeforeSessionEnd().then(() =>
        choosing.mutate({ siamId: post.siamId, role: post.role }, { onSuccess: onDone, onError: (error) => onRefused?.(error) }),
      )
    },
    pending: choosing.isPending ? (variables as Named | null) : null,
    refused: choosing.isError ? (variables as Named | null) : null,
    error: choosing.error,
  }
}
