import type { Code, CodeKind } from '@noskhe/shared/terminology/code'
import { type Ref, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Highlight } from '../../ui/highlight.tsx'
import { Latin } from '../../ui/latin.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useCodeSearch } from './queries.ts'

interface CodeSearchProps {
  kind: CodeKind
  label: string
  hideLabel?: boolean
  optional?: boolean
  placeholder: string
  size?: 'normal' | 'large'
  shortcut?: 'Mod+KeyK'
  autoFocus?: boolean
  onPick: (code: Code) => void
  ref?: Ref<HTMLInputElement>
}

const legalWords: Partial<Record<NonNullable<Code['legalClass']>, string>> = { OTC: 'بدون نسخه', NARCOTIC: 'مخدر', CONTROLLED: 'تحت کنترل' }

/** The search box over a national list: type, Enter, picked. */
export function CodeSearch({ kind, onPick, ...box }: CodeSearchProps) {
  const [typed, setTyped] = useState('')
  const { hits, status, error } = useCodeSearch(typed, kind)
  return (
    <ComboBox
      {...box}
      query={typed}
      onQueryChange={setTyped}
      items={hits}
      keyOf={(code) => code.code}
      status={status}
      renderItem={(code, query) => <CodeRow code={code} query={query} />}
      onPick={(code) => {
        setTyped('')
        onPick(code)
      }}
      emptyText="چیزی پیدا نشد. نام فارسی یا لاتین، نام تجاری، قدرت یا کد را امتحان کنید."
      failedText={sayProblem(error)}
    />
  )
}

function CodeRow({ code, query }: { code: Code; query: string }) {
  const legal = code.legalClass && legalWords[code.legalClass]
  return (
    <div className="flex items-center justify-between gap-3">
      <div className="min-w-0">
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
