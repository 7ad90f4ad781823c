import { type Findings, type ItemChange, type RuleSuggestion, isOpen } from '@noskhe/shared/rules/finding'
import { type InsurerLine, insurerKeyOf } from '@noskhe/shared/rules/insurer-line'
import { type Remark, remarksOf } from '@noskhe/shared/rules/remark'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { useAcceptSuggestion, useFindings, useOverrideFinding } from './queries.ts'
import { useLate } from './use-late.ts'
import { words } from './words.ts'

export interface Rules {
  /** Null until the clinical rules were heard, or not heard, about this draft. */
  heard: Findings | null
  isAsking: boolean
  /** What stands there is about the draft as it was, for long enough to say so. */
  isStale: boolean
  /** All that is said, by insurer and clinical rules, each thing once. */
  remarks: readonly Remark[]
  /** What stands beside an item: of what is about several, beside the last, so that each is said once. */
  besideItem: (key: string) => Remark[]
  /** What is about no item of its own. */
  ofWhole: Remark[]
  askAgain: () => void
  override: (remark: string, reason: string | null, note?: string) => void
  /** What went wrong with the last reason. */
  problem: unknown
  accept: (remark: Remark, suggestion: RuleSuggestion) => readonly ItemChange[]
}

interface Draft {
  id: string
  revision: number
  /** In the order of the screen. */
  itemKeys: readonly string[]
  /** What the insurer says of the items as they are written. */
  lines: readonly InsurerLine[]
  /** The server does not have yet what is on the screen. */
  isUnsaved: boolean
}

/** The rules about a draft that is on the screen: the clinical ones are asked after each save, never for a keystroke. */
export function useRules({ id, revision, itemKeys, lines, isUnsaved }: Draft): Rules {
  const query = useFindings({ id, revision, isNeeded: itemKeys.length > 0 })
  const overriding = useOverrideFinding(id)
  const accepting = useAcceptSuggestion(id)
  const heard = itemKeys.length > 0 ? (query.data ?? null) : null
  const isStale = useLate(heard !== null && (isUnsaved || heard.revision !== revision))
  const remarks = remarksOf({
    findings: (heard?.findings ?? []).filter(({ about }) => about.every((key) => itemKeys.includes(key))),
    lines,
    overrideOf: (line, message) => {
      const key = insurerKeyOf(line, message)
      return heard?.acknowledged.find((it) => it.key === key)?.override ?? null
    },
  })
  const place = ({ about }: Remark) => itemKeys.findLast((key) => about.includes(key)) ?? null
  useShortcut('Alt+KeyW', words.toFindings, focusNextFinding, { enabled: remarks.some(isOpen) })
  return {
    heard,
    isAsking: query.isFetching,
    isStale,
    remarks,
    besideItem: (key) => remarks.filter((it) => place(it) === key),
    ofWhole: remarks.filter((it) => it.about.length === 0),
    askAgain: () => void query.refetch(),
    override: (finding, reason, note = '') => overriding.mutate({ finding, reason, note }),
    problem: overriding.error,
    accept: ({ key }, suggestion) => {
      // Only a service that gave the suggestion has an ear for it; an insurer sees the next item instead.
      const isOfService = heard?.findings.some((it) => it.key === key && it.suggestions.some((own) => own.id === suggestion.id))
      if (isOfService) accepting.mutate({ finding: key, suggestion: suggestion.id })
      return suggestion.changes
    },
  }
}

/** By the order of the page, from the one that has the focus; after the last the first again. */
function focusNextFinding(): void {
  const open = [...document.querySelectorAll<HTMLElement>('[data-finding="open"]')]
  const at = open.findIndex((it) => it.contains(document.activeElement))
  open[(at + 1) % open.length]?.focus()
}
