import type { SignatureRequest, SigningMeans } from '@noskhe/shared/signing/signature'
import { Failure } from '@noskhe/shared/failure'
import { Fingerprint, PencilLine, Smartphone } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { PasskeyNotGiven } from '../auth/index.ts'
import { words } from './words.ts'

interface SigningBarProps {
  request: SignatureRequest | null
  /** What the phone answered so far; null where the phone was not asked. */
  phone: 'pending' | 'declined' | 'expired' | 'unconfirmed' | 'signed' | null
  isSigning: boolean
  isRegistering: boolean
  problem: unknown
  /** This device could sign too, while the phone is asked. */
  canPasskey: boolean
  onPasskey: (request: SignatureRequest) => void
  onAskAgain: (means: SigningMeans) => void
  onBack: () => void
}

/** What can be done with the document on the screen: sign it, the other way of signing, or go back to it. */
export function SigningBar({ request, phone, isSigning, isRegistering, problem, canPasskey, onPasskey, onAskAgain, onBack }: SigningBarProps) {
  const isBusy = isSigning || isRegistering
  // A question that was answered or is old would be refused: fix the text again, and let her see it before she signs.
  const isSpent = problem instanceof Failure
  const sign = () => {
    if (!request || isBusy) return
    if (isSpent || Date.now() >= Date.parse(request.expiresAt)) onAskAgain('passkey')
    else onPasskey(request)
  }
  const isPasskey = request?.means === 'passkey'
  const signLabel = isSpent ? words.reviewAgain : words.signPasskey
  useShortcut('Mod+Enter', signLabel, sign, { enabled: isPasskey })
  // On a narrow screen it stands on the navigation at the foot, which would otherwise cover its buttons.
  return (
    <div
      data-screen-only=""
      className="sticky bottom-[calc(3.5rem+1px+env(safe-area-inset-bottom))] -mx-4 mt-4 flex flex-col gap-3 border-t border-line bg-page px-4 py-4 sm:mx-0 sm:px-0 lg:bottom-0"
    >
      <Standing phone={phone} isRegistering={isRegistering} problem={problem} />
      <div className="flex flex-wrap gap-3">
        {isPasskey && (
          <Button kind="primary" size="large" icon={Fingerprint} shortcut="Mod+Enter" pending={isBusy} onPress={sign}>
            {signLabel}
          </Button>
        )}
        {request?.means === 'mobile' && (phone === 'declined' || phone === 'expired') && (
          <Button kind="primary" size="large" icon={Smartphone} pending={isBusy} onPress={() => onAskAgain('mobile')}>
            {words.askPhoneAgain}
          </Button>
        )}
        <Button kind={request || isBusy ? 'quiet' : 'primary'} size="large" icon={PencilLine} disabled={isBusy} onPress={onBack}>
          {words.back}
        </Button>
        {isPasskey && (
          <Button size="large" kind="bare" icon={Smartphone} disabled={isBusy} onPress={() => onAskAgain('mobile')}>
            {words.byPhone}
          </Button>
        )}
        {request?.means === 'mobile' && canPasskey && (
          <Button size="large" kind="bare" icon={Fingerprint} disabled={isBusy} onPress={() => onAskAgain('passkey')}>
            {words.byPasskey}
          </Button>
        )}
      </div>
    </div>
  )
}

function Standing({ phone, isRegistering, problem }: Pick<SigningBarProps, 'phone' | 'isRegistering' | 'problem'>) {
  if (isRegistering) return <Notice tone="waiting" announce="status" title={words.registering} />
  if (problem instanceof PasskeyNotGiven) return <Notice tone="warning" announce="alert" title={words.notGiven} />
  if (problem) return <Notice tone="refusal" announce="alert" title={sayProblem(problem)} />
  if (phone === 'pending') return <Notice tone="waiting" announce="status" title={words.phonePending} />
  if (phone === 'unconfirmed') return <Notice tone="unknown" announce="alert" title={words.unconfirmed} />
  if (phone === 'declined') return <Notice tone="refusal" announce="alert" title={words.phoneDeclined} />
  if (phone === 'expired') return <Notice tone="warning" announce="alert" title={words.phoneExpired} />
  return null
}
