import type { ItemProgress, PrescriptionItem } from '@noskhe/shared/prescriptions/item'
import type { Dispensing, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { useEffect, useRef, useState } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { ItemName } from './item-name.tsx'
import { KindHeading } from './kind-heading.tsx'
import { countOf, kindsAmong } from './kinds.ts'
import { useDispensing } from './queries.ts'
import { progressLook, words } from './words.ts'

/** The items and what the payer says was given of each; changes as the pharmacy gives, and is then said aloud too. */
export function GivenItems({ it }: { it: Prescription }) {
  const { data: dispensing = null, isError } = useDispensing(it.id)
  const isSilent = isError || dispensing?.state === 'unanswered'
  const news = useNews(it, dispensing)
  const isMixed = kindsAmong(it.items).length > 1
  const asked = dispensing?.state === 'answered' && (
    <span className="text-sm text-quiet">
      {words.asked} <JalaliDate at={dispensing.askedAt} as="clock" />
    </span>
  )
  return (
    <Card title={words.items} flush aside={asked}>
      {isSilent && (
        <div className="px-4 pb-3">
          <Notice tone="unknown" announce="status">
            {words.payerSilent}
          </Notice>
        </div>
      )}
      <ol className="divide-y divide-line border-t border-line">
        {it.items.map((item, place) => (
          <li key={item.key}>
            {isMixed && it.items[place - 1]?.kind !== item.kind && <KindHeading kind={item.kind} />}
            <GivenItem item={item} progress={progressOf(dispensing, item.key)} />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {news}
      </p>
    </Card>
  )
}

const progressOf = (dispensing: Dispensing | null, key: string) => dispensing?.items.find((item) => item.key === key)?.progress ?? null

const givenOf = ({ kind, quantity }: PrescriptionItem, progress: ItemProgress | null) =>
  words.givenOf(toPersianDigits(progress?.delivered ?? 0), countOf(kind, quantity ?? 0))

function GivenItem({ item, progress }: { item: PrescriptionItem; progress: ItemProgress | null }) {
  const look = progress && progressLook[progress.state]
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <ItemName name={item.name} />
        <p className="text-sm empty:hidden">{item.readBack}</p>
      </div>
      <div className="flex items-center gap-3">
        <span className="text-sm whitespace-nowrap tabular-nums">
          {progress?.state === 'partial' ? givenOf(item, progress) : countOf(item.kind, item.quantity ?? 0)}
        </span>
        {look ? <StatusBadge tone={look.tone}>{look.word}</StatusBadge> : <StatusBadge tone="unknown">{words.unknownProgress}</StatusBadge>}
      </div>
    </div>
  )
}

/** What was given since the answer before, in words; nothing on the first answer, which tells no change. */
function useNews(it: Prescription, dispensing: Dispensing | null): string {
  const before = useRef<Dispensing | null>(null)
  const [news, setNews] = useState('')
  useEffect(() => {
    if (dispensing?.state !== 'answered') return
    const last = before.current
    before.current = dispensing
    const changed = last && it.items.filter((item) => progressOf(last, item.key)?.delivered !== progressOf(dispensing, item.key)?.delivered)
    if (!changed || changed.length === 0) return
    setNews(changed.map((item) => words.news(item.name.fa, givenOf(item, progressOf(dispensing, item.key)))).join('، '))
  }, [it, dispensing])
  return news
}
