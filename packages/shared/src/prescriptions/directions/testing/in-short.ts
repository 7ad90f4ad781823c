import type { Reading, SaidStep } from '../said.ts'

/** What a line was read as, in a form that a table can hold: `2 قرص BID 3d > 1 قرص 3d +PC prn(درد) max4 #18`. */
export function inShort({ said, takesOffer }: Reading): string {
  const { then = [], instructions = [], asNeeded, neededFor, mostPerDay, side, quantity, repeats, activeFrom, noSubstitution } = said
  return [
    [said, ...then].map(step).join(' > '),
    side,
    ...instructions.map((code) => `+${code}`),
    asNeeded && (neededFor === undefined ? 'prn' : `prn(${neededFor})`),
    mostPerDay && `max${mostPerDay}`,
    quantity && `#${quantity}`,
    takesOffer && '#?',
    repeats && `rep${repeats}`,
    activeFrom && `from ${activeFrom}`,
    noSubstitution && 'daw',
  ].filter(Boolean).join(' ')
}

const step = ({ dose, doseUnit, frequency, byTime, durationDays }: SaidStep) =>
  [byTime && [byTime.morning, byTime.noon, byTime.evening, byTime.night].join('+'), dose, doseUnit, frequency, durationDays && `${durationDays}d`].filter(Boolean).join(' ')
