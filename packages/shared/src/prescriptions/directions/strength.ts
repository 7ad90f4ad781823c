import { isCounted } from './units.ts'

const milligramsOf: Record<string, number> = { g: 1_000, mg: 1, mcg: 0.001 }

/** Milligrams in one unit of the dose; null where the strength is of several substances, or of another measure. */
export function milligramsPer(unit: string, strength: string): number | null {
  const [, amount, weight = '', per, volume] = /^(\d+(?:\.\d+)?) (g|mg|mcg)(\/(\d+(?:\.\d+)?)? ?ml)?$/i.exec(strength.trim()) ?? []
  const whole = Number(amount) * (milligramsOf[weight.toLowerCase()] ?? Number.NaN)
  if (Number.isNaN(whole)) return null
  if (unit === 'میلی‌لیتر') return per === undefined ? null : whole / Number(volume ?? 1)
  return isCounted(unit) && per === undefined ? whole : null
}

/** How much of the unit holds so many milligrams; null where that is no amount that anybody can measure. */
export function doseHolding(milligrams: number, { unit, strength }: { unit: string; strength: string }): string | null {
  const each = milligramsPer(unit, strength)
  if (each === null) return null
  const dose = milligrams / each
  const grain = isCounted(unit) ? 0.25 : 0.1
  const rounded = Math.round(dose / grain) * grain
  return rounded > 0 && Math.abs(dose - rounded) < 1e-6 ? String(Number(rounded.toFixed(2))) : null
}

/**
 * What a day comes to by the weight of the patient: a sum of what is written, no advice. Null where the strength, the amount or how often is not
 * known.
 */
export function byWeight(it: { perDay: number | null; unit: string; strength: string; weightKg: number }): number | null {
  const each = milligramsPer(it.unit, it.strength)
  const perDay = it.perDay ?? 0
  if (each === null || !(perDay > 0) || !(it.weightKg > 0)) return null
  return Math.round((perDay * each * 10) / it.weightKg) / 10
}
