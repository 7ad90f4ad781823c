import { listPrescriptions } from '@noskhe/shared/prescriptions/contract'
import type { PrescriptionSummary } from '@noskhe/shared/prescriptions/prescription'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { call } from '../../../api/call.ts'
import { formatCount } from '../../../i18n/format.ts'
import { keptDraftIds } from '../../../offline/draft-store.ts'
import { paths } from '../../../paths.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { useShortcut } from '../../../ui/use-shortcut.tsx'
import { deskWords as words } from './desk-words.ts'

// Without Shift they are the navigation's.
const SWITCHES = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((number) => `Alt+Shift+Digit${number}` as const)
type Switch = (typeof SWITCHES)[number]

const ASKED_EVERY_MS = 60_000

/** Her open drafts at this centre, oldest first, so that a number stays with its patient; the newest nine where there are more. */
const useOpenDrafts = () =>
  useQuery({
    // Apart from the lists that are asked for anew at each save: this one is of other patients.
    queryKey: ['open-drafts'],
    queryFn: async ({ signal }) => {
      const [{ prescriptions }, kept] = await Promise.all([
        call(listPrescriptions, { status: 'draft', limit: SWITCHES.length }, { isBackground: true, signal }),
        keptDraftIds().catch((): string[] => []),
      ])
      return prescriptions.toReversed().map((it) => ({ ...it, isUnsaved: kept.includes(it.id) }))
    },
    staleTime: 0,
    refetchInterval: ASKED_EVERY_MS,
  })

interface OpenDraftsProps {
  id: string
  /** Of the draft on the screen, which is ahead of what the server was asked. */
  itemCount: number
  isUnsaved: boolean
}

/** The patients she is writing for at once, one key apart. Nothing while there is only this one. */
export function OpenDrafts({ id, itemCount, isUnsaved }: OpenDraftsProps) {
  const drafts = useOpenDrafts().data ?? []
  if (!drafts.some((it) => it.id !== id)) return null
  return (
    <nav aria-label={words.openDrafts} className="-mx-1 overflow-x-auto px-1 py-0.5">
      <ul className="flex gap-2">
        {SWITCHES.slice(0, drafts.length).map((combination, place) => {
          const it = drafts[place]
          return it && <OpenDraft key={it.id} it={it.id === id ? { ...it, itemCount, isUnsaved } : it} combination={combination} isHere={it.id === id} />
        })}
      </ul>
    </nav>
  )
}

function OpenDraft({ it, combination, isHere }: { it: PrescriptionSummary & { isUnsaved: boolean }; combination: Switch; isHere: boolean }) {
  const navigate = useNavigate()
  useShortcut(combination, words.switchTo(it.patientName), () => void navigate(paths.prescription(it.id)), { enabled: !isHere })
  const count = it.itemCount === 0 ? words.noItems : formatCount(it.itemCount, 'قلم')
  return (
    <li className="shrink-0">
      <Link
        to={paths.prescription(it.id)}
        aria-current={isHere ? 'page' : undefined}
        aria-label={words.draftOf(it.patientName, count, it.isUnsaved)}
        className={classNames(
          'flex items-center gap-2 rounded border px-3 py-1.5 text-sm coarse:py-2.5',
          isHere ? 'border-accent bg-accent-wash font-semibold text-accent-strong' : 'border-line bg-surface hover:bg-sunken',
        )}
      >
        {it.patientName}
        <span className="text-quiet">{count}</span>
        {it.isUnsaved && <span className="text-warning">{words.unsaved}</span>}
        {!isHere && <Kbd keys={combination} />}
      </Link>
    </li>
  )
}
