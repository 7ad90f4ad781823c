import type { NationalServiceStatus } from '@noskhe/shared/status/contract'
import { CirclePause, CircleX, Hourglass, type LucideIcon, RotateCw, Unplug } from 'lucide-react'
import type { Tone } from '../../ui/tone.ts'

/** How a service stands, as people are told: by its last call, and by whether it is asked at all. */
export type Standing = 'answering' | 'slow' | 'erring' | 'silent' | 'left-alone' | 'tried-again' | 'untried'

/** From here on an answer is waited for, not merely shown. */
const SLOW_MS = 2_000

export function standingOf({ state, circuit, lastMs, lastFailedAs }: NationalServiceStatus): Standing {
  if (circuit === 'open') return 'left-alone'
  if (circuit === 'half-open') return 'tried-again'
  if (state === 'untried') return 'untried'
  if (state === 'answering') return (lastMs ?? 0) >= SLOW_MS ? 'slow' : 'answering'
  return lastFailedAs === 'refused' || lastFailedAs === 'unreadable' ? 'erring' : 'silent'
}

interface Look {
  word: string
  tone: Tone
  /** In place of the tone's own icon. */
  icon?: LucideIcon
}

export const standingLook: Record<Standing, Look> = {
  answering: { word: 'پاسخ می‌دهد', tone: 'done' },
  slow: { word: 'کند است', tone: 'warning', icon: Hourglass },
  erring: { word: 'پاسخ نادرست می‌دهد', tone: 'refusal', icon: CircleX },
  silent: { word: 'پاسخ نمی‌دهد', tone: 'refusal', icon: Unplug },
  'left-alone': { word: 'فعلاً پرسیده نمی‌شود', tone: 'refusal', icon: CirclePause },
  'tried-again': { word: 'دوباره آزموده می‌شود', tone: 'waiting', icon: RotateCw },
  untried: { word: 'هنوز پرسیده نشده', tone: 'unknown' },
}

/** Those that cannot be counted on now. */
export const isDown = (standing: Standing): boolean => ['erring', 'silent', 'left-alone', 'tried-again'].includes(standing)
