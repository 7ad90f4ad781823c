import { CircleCheck, CircleHelp, Clock, Info, Lightbulb, type LucideIcon, Minus, OctagonX, TriangleAlert } from 'lucide-react'

/**
 * How something stands. `unknown` (not checked, no answer) and `waiting` (asked, not answered yet) are tones of their own:
 * they must never be taken for `done`.
 */
export type Tone = 'neutral' | 'information' | 'advice' | 'warning' | 'refusal' | 'done' | 'unknown' | 'waiting'

interface ToneLook {
  icon: LucideIcon
  /** Colour of the words and the icon. */
  text: string
  /** Background and border of a badge or a notice. */
  box: string
}

export const toneLook: Record<Tone, ToneLook> = {
  neutral: { icon: Minus, text: 'text-quiet', box: 'bg-sunken border-line' },
  information: { icon: Info, text: 'text-information', box: 'bg-information-wash border-information/25' },
  advice: { icon: Lightbulb, text: 'text-advice', box: 'bg-advice-wash border-advice/25' },
  warning: { icon: TriangleAlert, text: 'text-warning', box: 'bg-warning-wash border-warning/30' },
  refusal: { icon: OctagonX, text: 'text-refusal', box: 'bg-refusal-wash border-refusal/30' },
  done: { icon: CircleCheck, text: 'text-done', box: 'bg-done-wash border-done/25' },
  unknown: { icon: CircleHelp, text: 'text-quiet', box: 'bg-transparent border-dashed border-edge' },
  waiting: { icon: Clock, text: 'text-information', box: 'bg-transparent border-information/50' },
}
