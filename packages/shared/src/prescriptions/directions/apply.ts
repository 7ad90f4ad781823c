import type { DrugDraft } from '../item.ts'
import type { Step } from './parts.ts'
import { type ByTime, type Said, type SaidStep, type Term, timesOfDay } from './said.ts'

/** What of an item a line may speak of. */
export type Directions = Omit<DrugDraft, 'kind' | 'key' | 'code' | 'note'>

/**
 * An item with what a line says put over it. Instructions are added to those it has. A later step takes the amount and frequency
 * that it does not say from the one before. «در صورت نیاز» said alone is the frequency itself, where the national terms have one.
 */
export function withSaid<Item extends Directions>(item: Item, said: Said, terms: readonly Term[]) {
  const { then: steps, repeats: times, byTime: _byTime, ...bare } = item
  const { then, repeats = times, byTime: _said, dose: _dose, frequency: _frequency, durationDays: _days, instructions = [], ...rest } = said
  const first = stretch(item, said)
  const isOnlyPrn = said.asNeeded === true && first.frequency === null && !first.byTime && terms.some(({ kind, code }) => kind === 'freq' && code === 'PRN')
  const following = then ? stepsAfter(first, then) : steps
  return {
    ...bare,
    ...rest,
    ...first,
    instructions: [...new Set([...item.instructions, ...instructions])],
    ...(following && { then: following }),
    ...(repeats !== undefined && repeats > 1 && { repeats }),
    ...(isOnlyPrn && { frequency: 'PRN', asNeeded: false }),
  }
}

type Stretch = Pick<Step, 'dose' | 'frequency' | 'durationDays' | 'byTime'>

/** A stretch with what was said of it; a frequency or an amount a time puts an end to amounts by the time of day, and the other way round. */
function stretch(before: Stretch, said: SaidStep): Stretch {
  const durationDays = said.durationDays ?? before.durationDays
  const isOneAmount = said.dose !== undefined || said.frequency !== undefined
  const byTime = said.byTime ?? (isOneAmount ? undefined : before.byTime)
  if (byTime) return { ...byTimeOf(byTime), durationDays }
  return { dose: said.dose ?? before.dose, frequency: said.frequency ?? before.frequency, durationDays }
}

/** With amounts by the time of day no frequency is said, and the amount a time is the largest of them. */
export const byTimeOf = (byTime: ByTime): Pick<Step, 'dose' | 'frequency'> & { byTime: ByTime } => ({
  byTime,
  frequency: null,
  dose: timesOfDay.map((time) => byTime[time]).reduce((largest, dose) => (Number(dose) > Number(largest) ? dose : largest), '0'),
})

function stepsAfter(first: Stretch, then: readonly SaidStep[]): Step[] {
  const steps: Step[] = []
  for (const said of then) steps.push(stretch({ ...(steps.at(-1) ?? first), durationDays: null }, said))
  return steps
}
