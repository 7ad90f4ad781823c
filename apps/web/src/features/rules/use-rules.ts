import { type Finding, type Findings, type ItemChange, type RuleSuggestion, isOpen } from '@noskhe/shared/rules/finding'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { useAcceptSuggestion, useFindings, useOverrideFinding } from './queries.ts'
import { words } from './words.ts'

export interface Rules {
  /** Null until the rules were heard, or not heard, about this draft. */
  heard: Findings | null
  isAsking: boolean
  /** Findings that stand beside an item: of those about several, beside the last, so that each is said once. */
  besideItem: (key: string) => Finding[]
  /** Findings about no item of their own. */
  ofWhole: Finding[]
  askAgain: () => void
  override: (finding: string, reason: string | null, note?: string) => void
  /** What went wrong with the last reason. */
  problem: unknown
  accept: (finding: Finding, suggestion: RuleSuggestion) => readonly ItemChange[]
}

interface Draft {
  id: string
  revision: number
  /** In the order of the screen. */
  itemKeys: readonly string[]
}

/** The clinical rules about a draft that is on the screen: asked after each save, never for a keystroke. */
export function useRules({ id, revision, itemKeys }: Draft): Rules {
  const query = useFindings({ id, revision, isNeeded: itemKeys.length > 0 })
  const overriding = useOverrideFinding(id)
  const accepting = useAcceptSuggestion(id)
  const standing = (query.data?.findings ?? []).filter(({ about }) => about.every((key) => itemKeys.includes(key)))
  const place = ({ about }: Finding) => itemKeys.findLast((key) => about.includes(key)) ?? null
  useShortcut('Alt+KeyW', words.toFindings, focusNextFinding, { enabled: standing.some(isOpen) })
  return {
    heard: itemKeys.length > 0 ? (query.data ?? null) : null,
    isAsking: query.isFetching,
    besideItem: (key) => standing.filter((it) => place(it) === key),
    ofWhole: standing.filter((it) => it.about.length === 0),
    askAgain: () => void query.refetch(),
    override: (finding, reason, note = '') => overriding.mutate({ finding, reason, note }),
    problem: overriding.error,
    accept: (finding, suggestion) => {
      accepting.mutate({ finding: finding.key, suggestion: suggestion.id })
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
