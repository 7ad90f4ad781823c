import type { HidState, TrackedHid } from '@noskhe/shared/patients/eligibility'
import { Code } from '../../ui/code.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Tone } from '../../ui/tone.ts'

/** What is said of a HID beside its number; nothing of one that stands as usual. */
export const hidLook: Record<HidState, { word: string; tone: Tone } | null> = {
  issued: null,
  bound: { word: 'در انتظار تأیید استحقاق', tone: 'waiting' },
  confirmed: { word: 'شباد تأیید شده', tone: 'done' },
  rejected: { word: 'شباد پذیرفته نشد', tone: 'refusal' },
  eliminating: { word: 'شباد در حال ابطال', tone: 'waiting' },
  eliminated: { word: 'شباد ابطال شده', tone: 'neutral' },
}

/** A HID with what has become of it, and why it was rejected in the service’s words. */
export function HidLine({ it }: { it: TrackedHid }) {
  const look = hidLook[it.state]
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Code label="شباد (HID)">{it.value}</Code>
      {look && <StatusBadge tone={look.tone}>{look.word}</StatusBadge>}
      {it.rejection && <p className="text-sm">{it.rejection}</p>}
    </div>
  )
}
