export interface ToShare {
  key: string
  /** What the basic insurer leaves to the patient, Rial. */
  patientPart: number
}

export interface Shared {
  key: string
  paid: number
  rest: number
}

/**
 * What the company pays of each line, in their order, until nothing is left of the ceiling: its percentage of what the basic
 * insurer leaves, rounded down to whole Rial. `paid + rest` is the part that was shared.
 */
export function shareLines(lines: readonly ToShare[], { percent, left }: { percent: number; left: number }): Shared[] {
  let rest = left
  return lines.map(({ key, patientPart }) => {
    const paid = Math.min(rest, Math.floor((patientPart * percent) / 100))
    rest -= paid
    return { key, paid, rest: patientPart - paid }
  })
}
