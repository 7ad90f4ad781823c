import type { DrugAmount, DrugInstruction } from '@noskhe/national-wire/tamin/lists'

export interface Directions {
  drugAmntId: string
  drugInstId: string
  /** What the two do not say, in words; empty where they say all. */
  dose: string
}

/** «طبق دستور»: where the list has no row for what the doctor wrote, her words stand in `dose`. */
const AS_DIRECTED = '170'

/** Forms that are counted by the piece. The drug itself tells which form it is. */
const pieces = ['قرص', 'کپسول', 'شیاف', 'آمپول', 'ساشه', 'عدد']

/**
 * Finds the codes for our words («یک قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز» and «بعد از غذا»). A part that no row of the
 * lists says is kept in words: nothing of a direction is dropped, and nothing is rounded to the nearest row.
 */
export function toDirections(
  { consumption, instruction, note }: { consumption: string; instruction: string; note: string },
  lists: { amounts: readonly DrugAmount[]; instructions: readonly DrugInstruction[] },
): Directions {
  // No row says «سپس»: a row for the first step would be read as the whole of it.
  if (consumption.includes('؛ سپس ')) return { drugAmntId: AS_DIRECTED, drugInstId: AS_DIRECTED, dose: [consumption, instruction, note].filter(Boolean).join('، ') }
  const amounts = new Map(lists.amounts.map((it) => [plain(it.drugAmntConcept), it.drugAmntId]))
  const times = new Map(lists.instructions.map((it) => [plain(it.drugInstConcept), it.drugInstId]))
  const parts = [...partsOf(consumption), ...partsOf(instruction)]

  const amount = take(parts, (it) => amounts.get(asCounted(plain(it))) ?? amounts.get(plain(it)))
  const time = take(parts, (it) => saysOf(it).map((say) => times.get(plain(say))).find((id) => id !== undefined))
  return { drugAmntId: amount ?? AS_DIRECTED, drugInstId: time ?? AS_DIRECTED, dose: [...parts, note].filter(Boolean).join('، ') }
}

/** Of a line; a service has neither amount nor time. */
interface Told {
  timesAday: DrugAmount | null
  drugInstruction: DrugInstruction | null
  dose: string
}

/** The directions back in words. «طبق دستور» is left out where the words themselves follow. */
export function fromDirections(it: Told): { consumption: string; instruction: string } {
  const { timesAday: amount, drugInstruction: time } = it
  const says = [
    amount !== null && amount.drugAmntId !== AS_DIRECTED && amount.drugAmntConcept,
    time !== null && time.drugInstId !== AS_DIRECTED && time.drugInstConcept,
  ].filter((text) => text !== false)
  if (says.length === 0 && it.dose === '') return { consumption: time?.drugInstConcept ?? '', instruction: '' }
  return says.length === 0 ? { consumption: it.dose, instruction: '' } : { consumption: says.join('، '), instruction: it.dose }
}

const partsOf = (text: string) => text.split('،').map((part) => part.trim()).filter(Boolean)

/** Takes the first run of parts that is known out of the list; a row may itself hold a comma («فوری، یک نوبت»). */
function take(parts: string[], idOf: (text: string) => string | undefined): string | undefined {
  for (let start = 0; start < parts.length; start++) {
    for (let length = parts.length - start; length > 0; length--) {
      const id = idOf(parts.slice(start, start + length).join('، '))
      if (id === undefined) continue
      parts.splice(start, length)
      return id
    }
  }
  return undefined
}

/** «روزی سه بار (هر ۸ ساعت)» says the same twice: either will do. */
function saysOf(part: string): string[] {
  const [, before = '', within = ''] = /^(.*?)\s*\((.*)\)$/.exec(part) ?? []
  return [part, before, within].filter(Boolean)
}

function asCounted(text: string): string {
  const unit = pieces.find((it) => text.endsWith(` ${it}`))
  if (unit !== undefined) return `${text.slice(0, -unit.length)}عدد`
  return text.replace(/ میلی لیتر$/, ' سی سی')
}

const digits = '۰۱۲۳۴۵۶۷۸۹'
/** One spelling of digits, letters and spaces, so that a list's own spelling does not matter. */
const plain = (text: string): string =>
  text.replace(/[۰-۹]/g, (it) => String(digits.indexOf(it))).replaceAll('ي', 'ی').replaceAll('ك', 'ک').replace(/[\s\u200c]+/g, ' ').replace('٫', '.').trim()
