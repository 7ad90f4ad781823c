import type { Remark } from '@noskhe/shared/rules/remark'
import { remarksOfSigned } from '@noskhe/shared/rules/signed-remarks'
import type { SignedDocument } from '@noskhe/shared/signing/signed-form'
import { toPersianDigits } from '../../i18n/format.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { toneLook } from '../../ui/tone.ts'
import { Sources } from './sources.tsx'
import { lookOf, stateLook, words } from './words.ts'

/** What insurer and clinical rules had said of one item when it was signed; what is about several stands beside the last. */
export function SignedRemarks({ it, item }: { it: SignedDocument; item: string }) {
  const isLastOf = ({ about }: Remark) => it.items.findLast(({ key }) => about.includes(key))?.key === item
  return <Remarks remarks={remarksOfSigned(it).filter(isLastOf)} />
}

/** Whether the clinical rules were heard, as it is signed, and what they had said of the whole: read from the document and nowhere else. */
export function SignedRulesView({ it }: { it: SignedDocument }) {
  if (!it.rules) return null
  const { state, silent } = it.rules
  const look = stateLook[state]
  return (
    <section aria-label={words.title} className="flex flex-col gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{words.title}</strong>
        <StatusBadge tone={look.tone}>{look.word}</StatusBadge>
        {silent.length > 0 && <span className="text-quiet">{words.notHeard(silent.join('»، «'))}</span>}
      </p>
      <Remarks remarks={remarksOfSigned(it).filter(({ about }) => !it.items.some(({ key }) => about.includes(key)))} />
    </section>
  )
}

const Remarks = ({ remarks }: { remarks: readonly Remark[] }) =>
  remarks.length > 0 && (
    <ul className="mt-1 flex flex-col gap-2 text-sm">
      {remarks.map((it) => (
        <SignedRemark key={it.key} it={it} />
      ))}
    </ul>
  )

function SignedRemark({ it }: { it: Remark }) {
  const { tone, word } = lookOf(it)
  const look = toneLook[tone]
  return (
    <li>
      <p className="flex items-start gap-1.5">
        <look.icon aria-hidden className={classNames('mt-1 size-4 shrink-0', look.text)} />
        <span>
          <strong>{word}:</strong> {toPersianDigits(it.summary)}
        </span>
      </p>
      {it.override && (
        <p className="font-medium">
          {words.overridden(toPersianDigits(it.override.reason.display))}
          {it.override.note && ` — ${it.override.note}`}
        </p>
      )}
      <Sources it={it} />
    </li>
  )
}
