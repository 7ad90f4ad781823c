/**
 * Which prescription she asked to repeat, until the composer of the new draft opens: between the two may lie the question of
 * the patient's coverage. In memory only; a reload forgets it, and the patient's earlier prescriptions are one key away.
 */
let asked: string | null = null

export function askToRepeat(prescriptionId: string): void {
  asked = prescriptionId
}

export const askedToRepeat = (): string | null => asked

export function forgetRepeating(): void {
  asked = null
}
