import type { CodeKind } from '@noskhe/shared/terminology/code'
import { Accessibility, Activity, ClipboardPlus, Dumbbell, FlaskConical, type LucideIcon, Pill, ScanLine, Smile, Stethoscope, Syringe } from 'lucide-react'

const marks: Readonly<Record<CodeKind, { title: string; icon: LucideIcon }>> = {
  drug: { title: 'دارو', icon: Pill },
  lab: { title: 'آزمایش', icon: FlaskConical },
  imaging: { title: 'تصویربرداری', icon: ScanLine },
  'physician-service': { title: 'خدمت پزشکی', icon: Activity },
  physiotherapy: { title: 'فیزیوتراپی', icon: Dumbbell },
  dental: { title: 'دندان‌پزشکی', icon: Smile },
  nursing: { title: 'پرستاری', icon: Syringe },
  device: { title: 'تجهیزات', icon: Accessibility },
  specialty: { title: 'تخصص', icon: Stethoscope },
  icd10: { title: 'تشخیص', icon: ClipboardPlus },
}

/** What a list is called on the screen. */
export const kindTitle = (kind: CodeKind): string => marks[kind].title

/** The picture of a list; its title stands in words beside or above it. */
export function KindMark({ kind }: { kind: CodeKind }) {
  const { icon: Icon } = marks[kind]
  return <Icon aria-hidden className="size-4.5 shrink-0 text-quiet" />
}
