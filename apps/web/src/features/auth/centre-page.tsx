import type { Post } from '@noskhe/shared/auth/session'
import { Building, CircleHelp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { EmptyState } from '../../ui/states.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CentreCard } from './centre-card.tsx'
import { isSamePost, useSwitchCentre } from './use-switch-centre.ts'
import { useSignedIn } from './session-guard.tsx'
import { visitOf } from './visit.ts'
import { words } from './words.ts'

/** Where she works now; the one active post is taken by itself when she only passes through on her way. */
export function CentrePage() {
  const { posts, arePostsAnswered, at } = useSignedIn()
  const location = useLocation()
  const navigate = useNavigate()
  const { from } = visitOf(location.state)
  const switching = useSwitchCentre()
  const choose = (post: Post) => switching.switchTo(post, () => void navigate(from, { replace: true }))

  const [only, ...more] = posts.filter((it) => it.licence.state === 'active')
  const isPassing = at === null && location.state !== null
  useOnce(isPassing && only !== undefined && more.length === 0 && posts.length === 1, () => only && choose(only))

  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader title={words.centre.title}>{words.centre.hint}</PageHeader>
      {posts.length === 0 && <NoPosts arePostsAnswered={arePostsAnswered} />}
      {posts.length > 0 && !arePostsAnswered && (
        <Notice tone="unknown" className="mb-4" announce="status">
          {words.centre.silentKnown}
        </Notice>
      )}
      <ul className="flex flex-col gap-3">
        {posts.map((post) => (
          <li key={`${post.siamId} ${post.role}`}>
            <CentreCard
              post={post}
              isCurrent={at !== null && isSamePost(post, at)}
              autoFocus={post === (posts.find((it) => at && isSamePost(it, at)) ?? only)}
              isPending={switching.pending !== null && isSamePost(post, switching.pending)}
              error={switching.refused !== null && isSamePost(post, switching.refused) ? switching.error : null}
              onChoose={() => choose(post)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

const NoPosts = ({ arePostsAnswered }: { arePostsAnswered: boolean }) =>
  arePostsAnswered ? (
    <EmptyState icon={Building} title={words.centre.noneTitle}>
      {words.centre.none}
    </EmptyState>
  ) : (
    <EmptyState icon={CircleHelp} title={words.centre.silentTitle}>
      {words.centre.silent}
    </EmptyState>
  )

/** Runs once in the life of the page, when it first may. */
function useOnce(may: boolean, run: () => void): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (!may || isDone.current) return
    isDone.current = true
    run()
  })
}
