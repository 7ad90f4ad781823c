import type { DatabaseSync } from 'node:sqlite'
import type { Interaction } from '../../catalogue/code.ts'
import { interactionsAmong } from '../../catalogue/store.ts'
import { type Guidance, removal } from './guidance.ts'
import type { Order } from './order.ts'

/** How heavy an interaction weighs, and what may be said against it. */
const bySeverity: Record<Interaction['severity'], Pick<Guidance, 'indicator' | 'reasons'>> = {
  contraindicated: { indicator: 'critical', reasons: [] },
  major: { indicator: 'warning', reasons: ['benefit-outweighs', 'monitored', 'tolerated', 'not-concurrent'] },
  moderate: { indicator: 'info', reasons: ['benefit-outweighs', 'monitored', 'tolerated', 'not-concurrent'] },
  minor: { indicator: 'info', reasons: [] },
}

/** Each known interaction between two of the orders, once for the pair whichever was written first. */
export function interactions(db: DatabaseSync, orders: readonly Order[]): Guidance[] {
  const known = interactionsAmong(db, [...new Set(orders.flatMap(({ inns }) => inns))])
  return known.flatMap((it) => {
    const pairs = pairsOf(orders).filter((pair) => holds(pair, it))
    return pairs.map((about) => interaction(it, about))
  })
}

const holds = ([a, b]: Pair, { innA, innB }: Interaction): boolean =>
  (a.inns.includes(innA) && b.inns.includes(innB)) || (a.inns.includes(innB) && b.inns.includes(innA))

function interaction(it: Interaction, about: Pair): Guidance {
  const [first, second] = about
  const names = `${first.drug.innFa} و ${second.drug.innFa}`
  return {
    topic: 'interaction',
    rule: `interaction:${[it.innA, it.innB].toSorted().join('+')}`,
    about,
    ...bySeverity[it.severity],
    summary: `${names}: ${it.effectFa}`,
    advice: `${it.actionFa}.`,
    ...(it.severity === 'contraindicated' && { suggestion: removal(second) }),
  }
}

/** The same ingredient twice, or two of one chemical group (ATC level 4). */
export function duplicates(orders: readonly Order[]): Guidance[] {
  return pairsOf(orders).flatMap((about) => {
    const [first, second] = about
    const inn = first.inns.find((name) => second.inns.includes(name))
    if (inn !== undefined) return [sameIngredient(about, inn)]
    const group = first.drug.atc.slice(0, LEVEL_4)
    return group.length === LEVEL_4 && second.drug.atc.startsWith(group) ? [sameGroup(about, group)] : []
  })
}

const LEVEL_4 = 5

const sameIngredient = (about: Pair, inn: string): Guidance => ({
  topic: 'duplicate',
  rule: `duplicate:${inn}`,
  about,
  indicator: 'warning',
  summary: `${about[0].drug.innFa} دو بار نوشته شده است: مقدار کل از آنچه می‌خواهید بیشتر می‌شود`,
  advice: 'یکی را بردارید، مگر آنکه دو قدرت را با هم می‌خواهید.',
  suggestion: removal(about[1]),
  reasons: ['intended', 'not-concurrent', 'specialist-advice'],
})

const sameGroup = (about: Pair, group: string): Guidance => ({
  topic: 'duplicate',
  rule: `duplicate:${group}`,
  about,
  indicator: 'info',
  summary: `${about[0].drug.innFa} و ${about[1].drug.innFa} از یک گروه درمانی‌اند: اثر و عارضهٔ هم را زیاد می‌کنند`,
  advice: 'ببینید هر دو لازم‌اند یا نه.',
  suggestion: removal(about[1]),
  reasons: ['intended', 'not-concurrent', 'specialist-advice'],
})

type Pair = readonly [Order, Order]

const pairsOf = (orders: readonly Order[]): Pair[] =>
  orders.flatMap((first, place) => orders.slice(place + 1).map((second): Pair => [first, second]))
