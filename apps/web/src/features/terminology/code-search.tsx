import type { Code, CodeKind } from '@noskhe/shared/terminology/code'
import { splitTyped } from '@noskhe/shared/terminology/split-typed'
import { type Ref, useState } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Highlight } from '../../ui/highlight.tsx'
import { Latin } from '../../ui/latin.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { KindMark, kindTitle } from './kind-mark.tsx'
import { missingCodeOffer } from './missing-code-offer.tsx'
import type { Offer } from './offer.ts'
import { useCodeSearch } from './queries.ts'

interface CodeSearchProps {
  /** The list searched, or several, ranked together and shown each under its heading. */
  kind: CodeKind | readonly CodeKind[]
  label: string
  hideLabel?: boolean
  optional?: boolean
  placeholder: string
  size?: 'normal' | 'large'
  shortcut?: 'Mod+KeyK'
  autoFocus?: boolean
  /** What an empty box offers. */
  empty?: readonly Offer[]
  /** `directions` is what was typed behind the thing, as it was typed. */
  onPick: (code: Code, directions: string) => void
  ref?: Ref<HTMLInputElement>
}

const legalWords: Partial<Record<NonNullable<Code['legalClass']>, string>> = { OTC: 'بدون نسخه', NARCOTIC: 'مخدر', CONTROLLED: 'تحت کنترل' }

/** The search box over the national lists: type, Enter, picked. */
export function CodeSearch({ kind, empty = [], onPick, ...box }: CodeSearchProps) {
  const [typed, setTyped] = useState('')
  const kinds = typeof kind === 'string' ? [kind] : kind
  const { hits, status, error, deviceRelease } = useCodeSearch(typed, kinds)
  const isEmpty = typed.trim() === ''
  const missing = status === 'ready' && hits.length === 0 && !isEmpty ? missingCodeOffer(typed.trim(), kinds) : null
  return (
    <ComboBox<Code | Offer>
      {...box}
      note={deviceRelease !== null && deviceNotice(deviceRelease)}
      query={typed}
      onQueryChange={setTyped}
      offersEmpty={empty.length > 0}
      items={isEmpty ? empty : missing ? [missing] : hits}
      isHit={(it) => !('take' in it)}
      keyOf={(it) => ('take' in it ? it.key : `${it.kind} ${it.code}`)}
      status={isEmpty && empty.length > 0 ? 'ready' : status}
      renderItem={(it, query) => ('take' in it ? it.row : <CodeRow code={it} query={query} />)}
      {...((isEmpty || kinds.length > 1) && { sectionOf })}
      onPick={(it) => {
        setTyped('')
        if ('take' in it) it.take()
        else onPick(it, splitTyped(typed).directions)
      }}
      emptyText="چیزی پیدا نشد. نام فارسی یا لاتین، نام تجاری، قدرت یا کد را امتحان کنید."
      failedText={sayProblem(error)}
    />
  )
}

const deviceNotice = (release: string): string =>
  `سرور پاسخ نمی‌دهد؛ جست‌وجو در فهرست‌هایی است که این دستگاه نگه داشته است (نسخهٔ ${toPersianDigits(release)}).`

const sectionOf = (it: Code | Offer) => ('take' in it ? it.section : kindTitle(it.kind))

function CodeRow({ code, query }: { code: Code; query: string }) {
  const legal = code.legalClass && legalWords[code.legalClass]
  return (
    <div className="flex items-center gap-3">
      <KindMark kind={code.kind} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <Highlight text={code.nameFa} query={query} />
        </p>
        <p className="text-sm text-quiet">
          <Latin wrap>
            <Highlight text={code.kind === 'icd10' ? `${code.code} · ${code.nameEn}` : code.nameEn} query={query} />
          </Latin>
          {code.brands.length > 0 && <span className="ms-3 hidden sm:inline">{code.brands.slice(0, 3).join('، ')}</span>}
        </p>
      </div>
      <div className="flex shrink-0 flex-col items-end gap-1 sm:flex-row">
        {legal && <StatusBadge tone={code.legalClass === 'OTC' ? 'neutral' : 'warning'}>{legal}</StatusBadge>}
        {code.isCovered !== null && (
          <StatusBadge tone={code.isCovered ? 'done' : 'warning'}>{code.isCovered ? 'تحت پوشش' : 'خارج از پوشش'}</StatusBadge>
        )}
      </div>
    </div>
  )
}
