import { Failure } from '@noskhe/shared/failure'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { LucideProvider } from 'lucide-react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { endOf, isSessionQuery, recheckSession } from '../features/auth/index.ts'
import { ToastRegion } from '../ui/toast.tsx'

const READS_TRIED_AGAIN = 2

/**
 * An answer we dislike will not change by asking again; silence of the network may. Writes are never repeated by
 * themselves, nor held back until the network returns: what she asked for is done now, or she is told that it was not.
 * Whoever is told that the session is over tells the guard, which leaves the page.
 */
export function createQueryClient(): QueryClient {
  const noticeEnd = (error: unknown) => {
    if (endOf(error)) void recheckSession(client)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => !isSessionQuery(query.queryKey) && noticeEnd(error) }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (times, error) => !(error instanceof Failure) && times < READS_TRIED_AGAIN,
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}

/** What every page stands on: language and direction, server state, icons of one weight, messages. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <I18nProvider locale="fa-IR">
      <QueryClientProvider client={client}>
        <LucideProvider strokeWidth={1.5}>
          {children}
          <ToastRegion />
        </LucideProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}
