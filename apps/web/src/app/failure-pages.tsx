import { FileQuestion, RotateCw, Wrench } from 'lucide-react'
import { fa } from '../i18n/fa.ts'
import { paths } from '../paths.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/states.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** No page has this address. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader hidden title={fa.failure.notFoundTitle} />
      <EmptyState icon={FileQuestion} title={fa.failure.notFoundTitle} action={<LinkButton to={paths.home}>{fa.action.goHome}</LinkButton>}>
        {fa.failure.notFoundBody}
      </EmptyState>
    </>
  )
}

// A page's code that is no longer on the server: a new version was put there while this one was open.
const isOutdated = (error: unknown) => error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)

/** A page that threw, or whose code could not be fetched. */
export function CrashPage({ error }: { error: unknown }) {
  const outdated = isOutdated(error)
  const title = outdated ? fa.failure.outdatedTitle : fa.failure.crashTitle
  return (
    <div className="flex flex-1 items-center justify-center">
      <PageHeader hidden title={title} />
      <EmptyState
        icon={outdated ? RotateCw : Wrench}
        title={title}
        action={
          <Button kind="primary" icon={RotateCw} onPress={() => window.location.reload()}>
            {fa.action.reload}
          </Button>
        }
      >
        {outdated ? fa.failure.outdatedBody : fa.failure.crashBody}
      </EmptyState>
    </div>
  )
}
