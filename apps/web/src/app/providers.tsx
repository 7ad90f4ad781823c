import { Failure } from '@noskhe/shared/failure'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { LucideProvider } from 'lucide-react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ToastRegion } from '../ui/toast.tsx'

const READS_TRIED_AGAIN = 2

/** An answer we dislike will not change by asking again; silence of the network may. Writes are never repeated by themselves. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (times, error) => !(error instanceof Failure) && times < READS_TRIED_AGAIN },
      mutations: { retry: false },
    },
  })

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
