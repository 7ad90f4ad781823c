import { KeyRound } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { fa } from '../../i18n/fa.ts'
import { AuthCard, AuthHeading } from './auth-card.tsx'
import { CodeForm } from './code-form.tsx'
import { type Attempt, type Identification, IdentifyForm, nobody } from './identify-form.tsx'
import { PasskeyOffer } from './passkey-offer.tsx'
import { canHavePasskeys, hasUsedPasskey, PasskeyNotGiven } from './passkey.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { forgetWhatWasRead, useIsSignedIn, usePasskeySignIn } from './queries.ts'
import { visitOf } from './visit.ts'
import { words } from './words.ts'

type Step = { at: 'identify'; who: Identification } | { at: 'code'; who: Identification; attempt: Attempt } | { at: 'offer' }

/** Signing in, step by step, and back to where she was headed. */
export function SignInPage() {
  const [step, setStep] = useState<Step>({ at: 'identify', who: nobody })
  const isSignedIn = useIsSignedIn()
  const navigate = useNavigate()
  const { from } = visitOf(useLocation().state)
  const queries = useQueryClient()
  useEffect(() => forgetWhatWasRead(queries), [queries])
  useEffect(() => {
    document.title = `${words.signIn.title} · ${fa.productName}`
  }, [])

  const goOn = () => void navigate(from, { replace: true })
  if (isSignedIn && step.at === 'identify') return <Navigate to={from} replace />
  return (
    <AuthCard>
      {step.at === 'identify' && <Identify start={step.who} onSent={(who, attempt) => setStep({ at: 'code', who, attempt })} />}
      {step.at === 'code' && (
        <CodeForm
          {...step}
          onSentAgain={(attempt) => setStep({ ...step, attempt })}
          onEdit={() => setStep({ at: 'identify', who: step.who })}
          onSignedIn={() => setStep({ at: 'offer' })}
        />
      )}
      {step.at === 'offer' && <PasskeyOffer onDone={goOn} />}
    </AuthCard>
  )
}

interface IdentifyProps {
  start: Identification
  onSent: (who: Identification, attempt: Attempt) => void
}

/** A passkey first where this browser has used one; the numbers first elsewhere. */
function Identify({ start, onSent }: IdentifyProps) {
  const { ended } = visitOf(useLocation().state)
  const [isPasskeyFirst] = useState(hasUsedPasskey)
  return (
    <>
      <AuthHeading>{words.signIn.title}</AuthHeading>
      {ended && (
        <Notice tone={ended === 'session.ended-elsewhere' ? 'warning' : 'information'} announce="status">
          {words.ended[ended]}
        </Notice>
      )}
      {isPasskeyFirst && (
        <>
          <PasskeySignIn isPrimary />
          <Or>{words.signIn.orCode}</Or>
        </>
      )}
      <IdentifyForm start={start} isPrimary={!isPasskeyFirst} onSent={onSent} />
      {!isPasskeyFirst && canHavePasskeys() && (
        <>
          <Or>{words.signIn.or}</Or>
          <PasskeySignIn isPrimary={false} />
        </>
      )}
    </>
  )
}

function PasskeySignIn({ isPrimary }: { isPrimary: boolean }) {
  const signingIn = usePasskeySignIn()
  return (
    <div className="flex flex-col gap-3">
      {signingIn.error instanceof PasskeyNotGiven && (
        <Notice tone="information" announce="status">
          {words.signIn.noPasskeyGiven}
        </Notice>
      )}
      {signingIn.isError && !(signingIn.error instanceof PasskeyNotGiven) && <ProblemNotice error={signingIn.error} />}
      <Button
        kind={isPrimary ? 'primary' : 'quiet'}
        size="large"
        icon={KeyRound}
        wide
        autoFocus={isPrimary}
        pending={signingIn.isPending}
        onPress={() => signingIn.mutate(undefined)}
      >
        {words.signIn.withPasskey}
      </Button>
    </div>
  )
}

const Or = ({ children }: { children: string }) => (
  <p className="flex items-center gap-3 text-sm text-quiet before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
    {children}
  </p>
)
