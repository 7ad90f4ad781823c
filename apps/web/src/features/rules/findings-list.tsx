import type { ItemChange } from '@noskhe/shared/rules/finding'
import type { Remark } from '@noskhe/shared/rules/remark'
import { FindingCard } from './finding-card.tsx'
import type { Rules } from './use-rules.ts'
import { words } from './words.ts'

interface FindingsListProps {
  findings: readonly Remark[]
  rules: Pick<Rules, 'override' | 'accept' | 'isStale'>
  onChanges: (changes: readonly ItemChange[]) => void
  /** What a refusal that stands keeps her from. */
  stops?: string
}

/** What stands in one place, the heaviest first. */
export const FindingsList = ({ findings, rules, onChanges, stops = words.stops }: FindingsListProps) =>
  findings.length > 0 && (
    <div className="flex flex-col gap-2">
      {findings.map((it) => (
        <FindingCard key={it.key} it={it} rules={rules} onChanges={onChanges} stops={stops} />
      ))}
    </div>
  )
