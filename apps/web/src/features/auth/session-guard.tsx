import type { Session } from '@noskhe/shared/auth/session'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { ErrorState } from '../../ui/states.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { endOf, useSession } from './queries.ts'
import { SessionClock } from './session-clock.tsx'
import { endedOf, type Ended } from './visit.ts'

const Signed = createContext<Session | null>(null)

/** Who is signed in, inside `SessionGuard`. */
export function useSignedIn(): Session {
  const session = useContext(Signed)
  if (!session) throw new Error('useSignedIn outside SessionGuard')
  return session
}

/**
 * Lets only the signed-in past. Whoever is not goes to the sign-in page and comes back to the address she wanted; where the
 * network is away, a session that was known stays on the screen.
 */
export function SessionGuard({ children }: { children: ReactNode }) {
  const session = useSession()
  const end = endOf(session.error)
  if (end) return <ToSignIn ended={endedOf(end.code)} />
  if (session.data) {
    return (
      <Signed value={session.data}>
        <SessionClock session={session.data} receivedAt={session.dataUpdatedAt} />
        {children}
      </Signed>
    )
  }
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center px-4">
      {session.isError ? (
        <ErrorState onRetry={() => void session.refetch()} retrying={session.isFetching}>
          {sayProblem(session.error)}
        </ErrorState>
      ) : (
        <Skeleton lines={4} />
      )}
    </main>
  )
}

/** Leaves; what was being written is on the server or on this device. */
function ToSignIn({ ended }: { ended: Ended | null }) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  useEffect(() => {
    void navigate(paths.signIn, { replace: true, state: { from: pathname + search, ended } })
  }, [navigate, pathname, search, ended])
  return null
}

/** Pages of a centre: whoever has not chosen one chooses first, and comes back. */
export function CentreGuard() {
  const { at } = useSignedIn()
  const { pathname, search } = useLocation()
  return at ? <Outlet /> : <Navigate to={paths.chooseCentre} replace state={{ from: pathname + search }} />
}
