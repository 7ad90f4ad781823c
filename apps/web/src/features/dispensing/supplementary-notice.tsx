import type { SupplementaryShare } from '@noskhe/shared/dispensing/order'
import { words } from './words.ts'

/** Why no share of a supplementary company stands in the price, where there is or may be such a cover. */
export function SupplementaryNotice({ it }: { it: SupplementaryShare | null }) {
  if (it === null || it.state === 'known') return null
  const { title, body } = said(it)
  return (
    <p className="flex flex-col text-sm">
      <strong className="font-semibold text-warning">{title}</strong>
      <span className="text-quiet">{body}</span>
    </p>
  )
}

function said(it: Exclude<SupplementaryShare, { state: 'known' }>): { title: string; body: string } {
  if (it.state === 'refused') return { title: it.needsLetter ? words.letterNeeded : words.supplementaryRefused(it.company), body: `${it.company}: ${it.message}` }
  return { title: words.supplementaryUnknown, body: it.company === null ? words.coverSilent : words.supplementarySilent(it.company) }
}
