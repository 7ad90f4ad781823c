import { HandCoins } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { ClaimRow } from './claim-row.tsx'
import { useClaims } from './queries.ts'
import { words } from './words.ts'

/** What the centre claims from supplementary companies, newest first, each as its company last said. */
export function ClaimsPage() {
  const pages = useClaims()
  const claims = pages.data?.pages.flatMap((page) => page.claims) ?? []
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col">
      <PageHeader title={words.claims}>{words.claimsHint}</PageHeader>
      {pages.isPending ? (
        <Skeleton lines={6} />
      ) : pages.isError ? (
        <ErrorState retrying={pages.isFetching} onRetry={() => void pages.refetch()}>
          {sayProblem(pages.error)}
        </ErrorState>
      ) : (
        <div className="flex flex-col gap-5">
          <Card flush>
            {claims.length === 0 ? (
              <EmptyState icon={HandCoins} title={words.none}>
                {words.noneBody}
              </EmptyState>
            ) : (
              <ul aria-label={words.claims} className="divide-y divide-line">
                {claims.map((it) => (
                  <ClaimRow key={it.id} it={it} />
                ))}
              </ul>
            )}
          </Card>
          {pages.hasNextPage && (
            <Button className="self-center" pending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
              {words.older}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
