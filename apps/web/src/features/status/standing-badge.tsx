import type { NationalServiceStatus } from '@noskhe/shared/status/contract'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { standingLook, standingOf } from './standing.ts'

/** How a service stands, as an icon and a word. */
export function StandingBadge({ it }: { it: NationalServiceStatus }) {
  const { word, tone, icon } = standingLook[standingOf(it)]
  return (
    <StatusBadge tone={tone} {...(icon && { icon })}>
      {word}
    </StatusBadge>
  )
}
