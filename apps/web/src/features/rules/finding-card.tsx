import { type ItemChange, isOpen, isStopping } from '@noskhe/shared/rules/finding'
import type { Remark } from '@noskhe/shared/rules/remark'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { formatAgo, toPersianDigits } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { TextField } from '../../ui/text-field.tsx'
import { toneLook } from '../../ui/tone.ts'
import { Sources } from './sources.tsx'
import type { Rules } from './use-rules.ts'
import { lookOf, words } from './words.ts'

interface FindingCardProps {
  it: Remark
  rules: Pick<Rules, 'override' | 'accept' | 'isStale'>
  onChanges: (changes: readonly ItemChange[]) => void
  stops: string
}

/**
 * One thing that rules say: what and why, what to do, by whose article; quiet once it is answered. With the focus on it, A takes
 * the suggestion and a digit gives the reason.
 */
export function FindingCard({ it, rules, onChanges, stops }: FindingCardProps) {
  const id = useId()
  const [isReasoning, setReasoning] = useState(false)
  const [note, setNote] = useState('')
  const { tone, word } = lookOf(it)
  const look = toneLook[tone]
  const needsAnswer = isOpen(it)
  const isStale = rules.isStale && it.sources.some(({ by }) => by === 'clinical')
  const applicable = it.suggestions.filter(({ changes }) => changes.length > 0)

  const apply = (suggestion: Remark['suggestions'][number] | undefined) => {
    if (suggestion) onChanges(rules.accept(it, suggestion))
  }
  const give = (reason: Remark['overrideReasons'][number] | undefined) => {
    if (!reason) return
    rules.override(it.key, reason.code, note)
    setReasoning(false)
  }
  const byKey = (event: KeyboardEvent) => {
    if (!needsAnswer || event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    if (digit === undefined && event.code !== 'KeyA') return
    event.preventDefault()
    if (digit === undefined) apply(applicable[0])
    else give(it.overrideReasons[Number(digit) - 1])
  }

  return (
    <div
      role="group"
      tabIndex={-1}
      aria-labelledby={id}
      data-finding={needsAnswer ? 'open' : 'answered'}
      onKeyDown={byKey}
      className={classNames('flex flex-col gap-1.5 rounded text-sm', needsAnswer && `border px-3 py-2 contrast-more:border-current ${look.box}`)}
    >
      <p id={id} className="flex items-start gap-1.5">
        <look.icon aria-hidden className={classNames('mt-1 size-4 shrink-0', needsAnswer ? look.text : 'text-quiet')} />
        <span className={needsAnswer ? '' : 'text-quiet'}>
          <strong className={needsAnswer ? look.text : ''}>{word}:</strong> {toPersianDigits(it.summary)}
        </span>
      </p>
      {isStale && <p className="text-quiet">{words.stale}</p>}
      {it.override === null ? (
        <>
          {it.advice && <p>{toPersianDigits(it.advice)}</p>}
          <Sources it={it} />
        </>
      ) : (
        <Overridden override={it.override} onTakeBack={() => rules.override(it.key, null)} />
      )}
      {isStopping(it) && <p className="font-medium">{it.overrideReasons.length > 0 ? stops : `${stops} ${words.noOverride}`}</p>}
      {needsAnswer && (
        <Deeds>
          {applicable.map((suggestion, place) => (
            <Button key={suggestion.id} size="small" shortcut={place === 0 ? 'KeyA' : undefined} onPress={() => apply(suggestion)}>
              {it.isProposal ? words.takeProposal : toPersianDigits(suggestion.label)}
            </Button>
          ))}
          {it.overrideReasons.length > 0 && (
            <Button size="small" kind="bare" aria-expanded={isReasoning} onPress={() => setReasoning(!isReasoning)}>
              {words.withReason}
            </Button>
          )}
        </Deeds>
      )}
      {needsAnswer && isReasoning && (
        <div role="group" aria-label={words.reasons} className="flex flex-col gap-2">
          <TextField label={words.note} optional size="compact" maxLength={300} value={note} onChange={setNote} />
          <Deeds>
            {it.overrideReasons.map((reason, place) => (
              <Button key={reason.code} size="small" shortcut={digitOf(place)} onPress={() => give(reason)}>
                {toPersianDigits(reason.display)}
              </Button>
            ))}
          </Deeds>
        </div>
      )}
    </div>
  )
}

const digits = ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9'] as const
const digitOf = (place: number) => digits[place]

const Deeds = ({ children }: { children: ReactNode }) => <div className="flex flex-wrap gap-2 empty:hidden">{children}</div>

function Overridden({ override: { reason, note, givenAt, isRemembered }, onTakeBack }: { override: NonNullable<Remark['override']>; onTakeBack: () => void }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3">
      <p>
        {words.overridden(toPersianDigits(reason.display))}
        {note && ` — ${note}`}
        {isRemembered && <span className="block text-quiet">{words.remembered(formatAgo(givenAt))}</span>}
      </p>
      <Button size="small" kind="bare" onPress={onTakeBack}>
        {words.takeBack}
      </Button>
    </div>
  )
}
