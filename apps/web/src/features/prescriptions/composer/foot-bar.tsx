import { Pill, Signature, UserRound } from 'lucide-react'
import type { RefObject } from 'react'
import { toPersianDigits } from '../../../i18n/format.ts'
import { BottomBar } from '../../../ui/bars.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Review } from './use-review.ts'
import { words } from './words.ts'

interface FootBarProps {
  count: number
  patient: RefObject<HTMLElement | null>
  items: RefObject<HTMLElement | null>
  review: Review
}

/** On a narrow screen: the way to each part of the one column, and the way on. */
export function FootBar({ count, patient, items, review }: FootBarProps) {
  const goTo = (part: RefObject<HTMLElement | null>) => {
    part.current?.scrollIntoView({ block: 'start' })
    part.current?.focus({ preventScroll: true })
  }
  return (
    <BottomBar>
      <div className="flex items-center gap-1 p-2">
        <Button kind="bare" icon={UserRound} className="px-3!" onPress={() => goTo(patient)}>
          {words.patient}
        </Button>
        <Button kind="bare" icon={Pill} className="px-3!" onPress={() => goTo(items)}>
          {words.itemsCount(toPersianDigits(count))}
        </Button>
        <Button kind="primary" icon={Signature} className="ms-auto" pending={review.isUnderWay} disabled={count === 0} onPress={review.start}>
          {words.review}
        </Button>
      </div>
    </BottomBar>
  )
}
