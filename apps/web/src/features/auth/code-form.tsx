import { Failure } from '@noskhe/shared/failure'
import { useRef, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { AuthHeading } from './auth-card.tsx'
import { type Attempt, type Identification, identityOf } from './identify-form.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useConfirmCode, useIdentify } from './queries.ts'
import { onThisClock, useCountdown } from './use-countdown.ts'
import { formatLeft, words } from './words.ts'

const DIGITS = 6
const AGAIN_AFTER_MS = 30_000

interface CodeFormProps {
  who: Identification
  attempt: Attempt
  onSentAgain: (attempt: Attempt) => void
  onEdit: () => void
  onSignedIn: () => void
}

/** The one-time code: sends itself with its last digit, counts down, can be asked for again. */
export function CodeForm({ who, attempt, onSentAgain, onEdit, onSignedIn }: CodeFormProps) {
  const [code, setCode] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const confirming = useConfirmCode()
  const sendingAgain = useIdentify()
  const left = useCountdown(onThisClock({ now: attempt.now, end: attempt.expiresAt, receivedAt: attempt.receivedAt }))
  const isOver = left === 0 || (confirming.error instanceof Failure && ['code.expired', 'code.too-many-attempts'].includes(confirming.error.code))
  const { error: atField, notice } = placeOf(confirming.error)

  const confirm = (digits: string) => {
    if (digits.length !== DIGITS || confirming.isPending || isOver) return
    confirming.mutate(
      { attemptId: attempt.attemptId, code: digits },
      {
        onSuccess: onSignedIn,
        onError: (error) => {
          if (error instanceof Failure && error.code === 'code.wrong') setCode('')
          box.current?.focus()
        },
      },
    )
  }
  const sendAgain = () =>
    sendingAgain.mutate(identityOf(who), {
      onSuccess: (sent) => {
        setCode('')
        confirming.reset()
        onSentAgain({ ...sent, receivedAt: Date.now() })
        box.current?.focus()
      },
    })

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        confirm(code)
      }}
    >
      <div>
        <AuthHeading>{words.code.title}</AuthHeading>
        <p className="text-quiet">
          {words.code.sentTo}{' '}
          <bdi dir="ltr" className="font-medium text-ink">
            {attempt.sentTo}
          </bdi>
        </p>
      </div>
      <CodeField
        ref={box}
        autoFocus
        spaced
        size="large"
        label={words.code.label}
        length={DIGITS}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        onComplete={confirm}
        readOnly={confirming.isPending}
        error={atField ?? (left === 0 ? words.code.isOver : undefined)}
        hint={left > 0 && !isOver ? <TimeLeft seconds={left} /> : undefined}
      />
      {notice !== null && <ProblemNotice error={notice} />}
      {sendingAgain.isError && <ProblemNotice error={sendingAgain.error} />}
      <Button type="submit" kind={isOver ? 'quiet' : 'primary'} size="large" wide pending={confirming.isPending} disabled={isOver}>
        {words.code.confirm}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button kind="bare" onPress={onEdit}>
          {words.code.edit}
        </Button>
        <AgainButton key={attempt.attemptId} from={attempt.receivedAt} isNeeded={isOver} isPending={sendingAgain.isPending} onPress={sendAgain} />
      </div>
    </form>
  )
}

const TimeLeft = ({ seconds }: { seconds: number }) => (
  <>
    {words.code.validFor}: <span className="tabular-nums">{formatLeft(seconds)}</span>
  </>
)

/** Offered again after half a minute; at once where this code is worth nothing any more. */
function AgainButton({ from, isNeeded, isPending, onPress }: { from: number; isNeeded: boolean; isPending: boolean; onPress: () => void }) {
  const wait = useCountdown(from + AGAIN_AFTER_MS)
  const isEarly = wait > 0 && !isNeeded
  return (
    <Button kind={isNeeded ? 'primary' : 'bare'} disabled={isEarly} pending={isPending} onPress={onPress}>
      {isEarly ? words.code.againIn(formatLeft(wait)) : words.code.again}
    </Button>
  )
}

/** What was wrong with the code belongs to its box; everything else stands below. */
function placeOf(error: unknown): { error: string | undefined; notice: unknown } {
  if (error === null) return { error: undefined, notice: null }
  if (!(error instanceof Failure) || !error.code.startsWith('code.')) return { error: undefined, notice: error }
  const triesLeft = error.detail['triesLeft']
  const more = typeof triesLeft === 'number' ? ` ${words.code.triesLeft(triesLeft)}` : ''
  return { error: sayProblem(error) + more, notice: null }
}
