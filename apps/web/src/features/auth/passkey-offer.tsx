import { Fingerprint, Smartphone } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AuthHeading } from './auth-card.tsx'
import { canHavePasskeys, PasskeyNotGiven } from './passkey.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useEnrolPasskey } from './queries.ts'
import { words } from './words.ts'

/** After the first sign-in on a device: a passkey on it, or how she signs without one. */
export function PasskeyOffer({ onDone }: { onDone: () => void }) {
  return canHavePasskeys() ? <Offer onDone={onDone} /> : <WithoutPasskey onDone={onDone} />
}

function Offer({ onDone }: { onDone: () => void }) {
  const enrolling = useEnrolPasskey()
  return (
    <>
      <Fingerprint aria-hidden className="size-12 text-accent" />
      <AuthHeading>{words.passkey.title}</AuthHeading>
      <p>{words.passkey.what}</p>
      <p className="text-sm text-quiet">{words.passkey.sharedDevice}</p>
      {enrolling.isError && <PasskeyProblem error={enrolling.error} />}
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" size="large" autoFocus className="flex-1" pending={enrolling.isPending} onPress={() => enrolling.mutate(undefined, { onSuccess: onDone })}>
          {words.passkey.create}
        </Button>
        <Button size="large" disabled={enrolling.isPending} onPress={onDone}>
          {words.passkey.later}
        </Button>
      </div>
    </>
  )
}

/** Why no passkey was made, in words that say what to do next. */
export function PasskeyProblem({ error }: { error: unknown }) {
  if (!(error instanceof PasskeyNotGiven)) return <ProblemNotice error={error} />
  return (
    <Notice tone="information" announce="status">
      {error.why === 'already-here' ? words.passkey.alreadyHere : words.passkey.notMade}
    </Notice>
  )
}

const WithoutPasskey = ({ onDone }: { onDone: () => void }) => (
  <>
    <Smartphone aria-hidden className="size-12 text-accent" />
    <AuthHeading>{words.passkey.cannotTitle}</AuthHeading>
    <p>{words.passkey.cannot}</p>
    <Button kind="primary" size="large" wide autoFocus onPress={onDone}>
      {words.passkey.next}
    </Button>
  </>
)
