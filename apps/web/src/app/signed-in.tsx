import { Outlet, useNavigate } from 'react-router'
import { isSamePost, kindTitle, licenceTitle, OtherSessionsBanner, roleTitle, useLeave, useSignedIn, useSwitchCentre } from '../features/auth/index.ts'
import { ServiceStatus } from '../features/status/index.ts'
import { fa } from '../i18n/fa.ts'
import { sayProblem } from '../i18n/problem-message.ts'
import { paths } from '../paths.ts'
import { toast } from '../ui/toast.tsx'
import { Shell } from './shell.tsx'

/** The frame around every page of the signed-in: who she is, where she works, the way to another centre and out. */
export function SignedIn() {
  const { person, posts, at } = useSignedIn()
  const navigate = useNavigate()
  const { leave } = useLeave()
  const { switchTo } = useSwitchCentre()
  const idOf = ({ siamId, role }: { siamId: string; role: string }) => `${siamId} ${role}`

  const onSwitchWorkplace = (id: string) => {
    const post = posts.find((it) => idOf(it) === id)
    if (!post || (at && isSamePost(post, at))) return
    switchTo(
      post,
      () => {
        toast({ tone: 'done', title: fa.shell.switched(post.centreName) })
        void navigate(paths.home)
      },
      (error) => toast({ tone: 'refusal', title: fa.shell.notSwitched, body: sayProblem(error) }),
    )
  }

  return (
    <Shell
      person={{ name: `${person.firstName} ${person.lastName}`, detail: person.specialty }}
      role={at?.role ?? null}
      workplaces={posts.map((post) => ({
        id: idOf(post),
        name: post.centreName,
        detail: [kindTitle[post.centreKind], roleTitle[post.role], ...(post.licence.state === 'active' ? [] : [licenceTitle[post.licence.state]])].join(' · '),
      }))}
      currentWorkplace={at && idOf(at)}
      onSwitchWorkplace={onSwitchWorkplace}
      onSignOut={() => void leave()}
      services={<ServiceStatus />}
    >
      <OtherSessionsBanner />
      <Outlet />
    </Shell>
  )
}
