import {
  chooseCentre,
  confirmCode,
  endOtherSession,
  enrolPasskey,
  findSession,
  identify,
  passkeyEnrolmentOptions,
  passkeySignInOptions,
  prolongSession,
  signInWithPasskey,
  signOut,
} from '@noskhe/shared/auth/contract'
import type { Session } from '@noskhe/shared/auth/session'
import { Failure } from '@noskhe/shared/failure'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'
import { makePasskey, rememberPasskey, showPasskey } from './passkey.ts'

const sessionQuery = queryOf(findSession, {}, { isBackground: true })

/** How soon another session of hers, or the end of this one, is noticed. */
const POLLED_EVERY_MS = 10_000

/** The session, polled in the background without prolonging it; fails with the refusal once it is over. */
export const useSession = () => useQuery({ ...sessionQuery, staleTime: 0, refetchInterval: POLLED_EVERY_MS })

/** Whether she is signed in already, asked when the page opens and when she comes back to it. */
export function useIsSignedIn(): boolean {
  const { isSuccess, isFetchedAfterMount } = useQuery({ ...sessionQuery, staleTime: 0 })
  // What was known before may be of a session that has ended since.
  return isSuccess && isFetchedAfterMount
}

/** Whether the session is over, and how: the codes that the server answers with 401. */
export const endOf = (error: unknown): Failure | null => (error instanceof Failure && error.status === 401 ? error : null)

/** Asks for the session anew; whoever was told 401 calls it, so that the guard sees it too. */
export const recheckSession = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: sessionQuery.queryKey })

export const isSessionQuery = (key: readonly unknown[]): boolean => key[1] === findSession.path

/** Nothing that was read for one person or centre may be seen by the next. The session itself is what guards watch. */
export const forgetWhatWasRead = (queries: QueryClient): void =>
  queries.removeQueries({ predicate: ({ queryKey }) => !isSessionQuery(queryKey) })

/** A mutation whose answer is the session as it now stands. */
function useSessionMutation<V>(mutationFn: (input: V) => Promise<Session>, onSession?: (queries: QueryClient) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: async (session) => {
      await queries.cancelQueries({ queryKey: sessionQuery.queryKey })
      onSession?.(queries)
      queries.setQueryData(sessionQuery.queryKey, session)
    },
  })
}

export const useIdentify = () => useMutation({ mutationFn: (input: Parameters<typeof call<typeof identify>>[1]) => call(identify, input) })

export const useConfirmCode = () =>
  useSessionMutation((input: { attemptId: string; code: string }) => call(confirmCode, input), forgetWhatWasRead)

/** Lets the browser ask for a passkey of ours and signs in with it. */
export const usePasskeySignIn = () =>
  useSessionMutation(async () => {
    const { options } = await call(passkeySignInOptions, {})
    const response = await showPasskey(options)
    const session = await call(signInWithPasskey, { response }).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'passkey.unknown') rememberPasskey(false)
      throw error
    })
    rememberPasskey(true)
    return session
  }, forgetWhatWasRead)

/** Lets the browser make a passkey on this device and keeps it as hers. */
export const useEnrolPasskey = () =>
  useSessionMutation(async () => {
    const { options } = await call(passkeyEnrolmentOptions, {})
    const session = await call(enrolPasskey, { response: await makePasskey(options) })
    rememberPasskey(true)
    return session
  })

export const useChooseCentre = () =>
  useSessionMutation((input: Parameters<typeof call<typeof chooseCentre>>[1]) => call(chooseCentre, input), forgetWhatWasRead)
export const useProlongSession = () => useSessionMutation(() => call(prolongSession, {}))
export const useEndOtherSession = () => useSessionMutation((id: string) => call(endOtherSession, { id }))
export const useSignOut = () => useMutation({ mutationFn: () => call(signOut, {}) })
