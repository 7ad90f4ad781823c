import type { Finding, ItemChange } from '@noskhe/shared/rules/finding'
import { FindingCard } from './finding-card.tsx'
import type { Rules } from './use-rules.ts'

interface FindingsListProps {
  findings: readonly Finding[]
  rules: Rules
  onChanges: (changes: readonly ItemChange[]) => void
}

/** The findings that stand in one place, the heaviest first. */
export const FindingsList = ({ findings, rules, onChanges }: FindingsListProps) =>
  findings.length > 0 && (
    <div className="flex flex-col gap-2">
      {findings.map((it) => (
        <FindingCard key={it.key} it={it} rules={rules} onChanges={onChanges} />
      ))}
    </div>
  )
