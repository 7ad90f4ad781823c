import { type ItemChange, Weight, isOpen } from '@noskhe/shared/rules/finding'
import type { Remark } from '@noskhe/shared/rules/remark'
import { formatCount } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { FindingsList } from './findings-list.tsx'
import type { Rules } from './use-rules.ts'
import { stateLook, weightLook, words } from './words.ts'

/** How the draft as a whole stands with the clinical rules: checked or not, what is still open by weight, what is about all of it. */
export function RulesStanding({ rules, onChanges }: { rules: Rules; onChanges: (changes: readonly ItemChange[]) => void }) {
  const { heard, isAsking, isStale } = rules
  if (heard === null && !isAsking) return null
  const look = heard && stateLook[heard.state]
  return (
    <Card
      title={words.title}
      aside={isStale ? <StatusBadge tone="waiting">{words.askingAnew}</StatusBadge> : look ? <StatusBadge tone={look.tone}>{look.word}</StatusBadge> : <StatusBadge tone="waiting">{words.asking}</StatusBadge>}
    >
      <div className="flex flex-col gap-2 text-sm">
        {heard && <Open remarks={rules.remarks} />}
        {heard && heard.state !== 'checked' && (
          <div className="flex flex-col items-start gap-1.5 text-quiet">
            {heard.silent.length > 0 && <p>{words.silent(heard.silent.join('»، «'))}</p>}
            <p>{words.canSign}</p>
            <Button size="small" pending={isAsking} onPress={rules.askAgain}>
              {words.askAgain}
            </Button>
          </div>
        )}
        <FindingsList findings={rules.ofWhole} rules={rules} onChanges={onChanges} />
        {Boolean(rules.problem) && (
          <Notice tone="refusal" announce="alert">
            {sayProblem(rules.problem)}
          </Notice>
        )}
      </div>
    </Card>
  )
}

/** How many of each weight are still to be answered, the heaviest first. */
function Open({ remarks }: { remarks: readonly Remark[] }) {
  const open = remarks.filter(isOpen)
  const counted = Weight.options.toReversed().map((weight) => ({ weight, count: open.filter((it) => it.weight === weight).length }))
  if (open.length === 0) return <p className="text-quiet">{words.nothing}</p>
  return (
    <p className="flex flex-wrap items-center gap-2">
      {counted.map(({ weight, count }) => count > 0 && <StatusBadge key={weight} tone={weightLook[weight].tone}>{formatCount(count, weightLook[weight].word)}</StatusBadge>)}
      <span className="ms-auto flex items-center gap-1.5 text-quiet coarse:hidden">
        {words.toFindings} <Kbd keys="Alt+KeyW" />
      </span>
    </p>
  )
}
