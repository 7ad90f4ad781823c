import type { Override } from '@noskhe/shared/rules/finding'
import type { GivenOverride } from './stored.ts'

/** The last of the reasons that were given against one thing; `isRemembered` where that was on another prescription. */
export function latestOf(given: readonly GivenOverride[], prescriptionId: string): Override | null {
  const latest = given.toSorted((a, b) => b.givenAt.getTime() - a.givenAt.getTime())[0]
  if (!latest) return null
  return {
    reason: { code: latest.reasonCode, display: latest.reasonDisplay },
    note: latest.note,
    givenAt: latest.givenAt.toISOString(),
    isRemembered: latest.prescriptionId !== prescriptionId,
  }
}
