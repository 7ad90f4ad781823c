import type { Amending } from '@noskhe/shared/prescriptions/amending'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { toPersianDigits } from '../../../i18n/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { countOf } from '../kinds.ts'
import { words } from '../words.ts'

type Registered = Amending['items'][number]

/** What the next version has otherwise than the registered one, as the server last took it. */
export function Difference({ it, amending }: { it: Prescription; amending: Amending }) {
  const changes = changesBetween(amending.items, it.items)
  return (
    <Notice tone="information" title={words.amendingTitle(toPersianDigits(it.trackingCode ?? ''))}>
      <p>{words.amendingBody}</p>
      {changes.length === 0 ? (
        <p className="text-sm text-quiet">{words.unchanged}</p>
      ) : (
        <ul aria-live="polite" className="mt-1 flex flex-col gap-0.5 text-sm">
          {changes.map(({ key, what, name, now, was }) => (
            <li key={key}>
              <span className="font-semibold">{`${words[what]}: `}</span>
              {name}
              {now && ` — ${now}`}
              {was && <span className="text-quiet">{` (${words.was} ${was})`}</span>}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

interface Change {
  key: string
  what: 'added' | 'removed' | 'changed'
  name: string
  now: string | null
  was: string | null
}

/** By item, in the order of the prescription; those taken out last. */
export function changesBetween(before: readonly Registered[], after: readonly Registered[]): Change[] {
  const written = after.flatMap((item): Change[] => {
    const old = before.find(({ key }) => key === item.key)
    if (!old) return [{ key: item.key, what: 'added', name: item.name.fa, now: said(item), was: null }]
    const isSame = old.name.fa === item.name.fa && said(old) === said(item)
    return isSame ? [] : [{ key: item.key, what: 'changed', name: item.name.fa, now: said(item), was: oldWords(old, item) }]
  })
  const gone = before.filter(({ key }) => !after.some((item) => item.key === key))
  return [...written, ...gone.map(({ key, name }) => ({ key, what: 'removed' as const, name: name.fa, now: null, was: null }))]
}

const said = ({ kind, readBack, quantity, note }: Registered): string =>
  [readBack, quantity === null ? '' : countOf(kind, quantity), note].filter(Boolean).join('، ')

const oldWords = (old: Registered, item: Registered): string => (old.name.fa === item.name.fa ? said(old) : `${old.name.fa}، ${said(old)}`)
