import type { SignedDocument } from '@noskhe/shared/signing/signed-form'
import { toPersianDigits } from '../../i18n/format.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { stateLook, weightLook, words } from './words.ts'

/** What the rules had said and she had answered, as it is signed: read from the document and nowhere else. */
export function SignedRulesView({ it: { rules, items } }: { it: SignedDocument }) {
  if (!rules) return null
  const look = stateLook[rules.state]
  const nameOf = (key: string) => items.find((item) => item.key === key)?.name ?? ''
  return (
    <section aria-label={words.title} className="flex flex-col gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{words.title}</strong>
        <StatusBadge tone={look.tone}>{look.word}</StatusBadge>
        {rules.silent.length > 0 && <span className="text-quiet">{rules.silent.join('، ')}</span>}
      </p>
      {rules.findings.length > 0 && (
        <ul className="flex flex-col gap-2">
          {rules.findings.map(({ key, weight, summary, source, about, override }) => (
            <li key={key}>
              <p>
                <strong>{weightLook[weight].word}:</strong> {toPersianDigits(summary)}
              </p>
              {override && (
                <p className="font-medium">
                  {words.overridden(toPersianDigits(override.display))}
                  {override.note && ` — ${override.note}`}
                </p>
              )}
              <p className="text-quiet">{[...about.map(nameOf), toPersianDigits(words.source(source))].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
