import type { ItemChange } from '@noskhe/shared/rules/finding'
import { remarksOf } from '@noskhe/shared/rules/remark'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { FindingsList, stateLook, words as ofRules } from '../rules/index.ts'
import { useDeliveryFindings, useOverrideDeliveryFinding } from './queries.ts'

/** What the clinical rules say of what is handed over, before it is (8-7): checked or not, and what may be answered. */
export function DeliveryFindings({ id }: { id: string }) {
  const heard = useDeliveryFindings(id)
  const overriding = useOverrideDeliveryFinding(id)
  // Rules that could not be asked at all are as silent as any.
  const look = heard.data ? stateLook[heard.data.state] : heard.isError ? stateLook['not-checked'] : null
  const remarks = remarksOf({ findings: heard.data?.findings ?? [], lines: [], overrideOf: () => null })
  const silent = heard.data?.silent ?? []
  const rules = {
    isStale: false,
    override: (finding: string, reason: string | null, note = '') => overriding.mutate({ finding, reason, note }),
    accept: (): readonly ItemChange[] => [],
  }
  return (
    <Card
      title={ofRules.title}
      aside={look ? <StatusBadge tone={look.tone}>{look.word}</StatusBadge> : <StatusBadge tone="waiting">{ofRules.asking}</StatusBadge>}
    >
      <div className="flex flex-col gap-2 text-sm">
        {heard.data?.state === 'checked' && remarks.length === 0 && <p className="text-quiet">{ofRules.nothing}</p>}
        {silent.length > 0 && <p className="text-quiet">{ofRules.silent(silent.join('»، «'))}</p>}
        <FindingsList findings={remarks} rules={rules} onChanges={() => undefined} stops={ofRules.stopsHandOver} />
        {overriding.error && (
          <Notice tone="refusal" announce="alert">
            {sayProblem(overriding.error)}
          </Notice>
        )}
      </div>
    </Card>
  )
}
