import { byWeight, ownReasons } from '@noskhe/shared/rules/finding'
import type { RuleCard, RuleItem, RulePatient, ServiceOpinion } from '../../national/clinical-rules/port.ts'
import { basisOf, findingKeyOf } from './question.ts'
import { type Gathering, StoredFinding } from './stored.ts'

/**
 * What the services say, each rule about the same drugs once, the heaviest first. Of a service that is silent now, what it had
 * said of the very same draft still stands: silence takes no warning back.
 */
export function merge(opinions: readonly ServiceOpinion[], asked: Asked, before: Pick<Gathering, 'findings'> | null): StoredFinding[] {
  const heard = opinions.flatMap((it) => (it.state === 'answered' ? it.cards.map((card) => findingOf(card, it.service, asked)) : []))
  const silent = opinions.filter(({ state }) => state === 'silent')
  const standing = (before?.findings ?? []).filter(({ from }) => from.every(({ service }) => silent.some((it) => service.startsWith(it.service))))
  return [...Map.groupBy([...heard, ...standing], ({ key }) => key).values()].map(joined).toSorted(byWeight)
}

/** What was asked about: the answers are about its items, and a reason against one rests on its patient. */
interface Asked {
  items: readonly RuleItem[]
  patient: RulePatient
}

function findingOf(card: RuleCard, service: string, { items, patient }: Asked): StoredFinding {
  const about = items.filter(({ key }) => card.about.includes(key))
  const rule = card.rule ?? card.summary
  const isOverridable = card.weight === 'warning' || card.weight === 'advice'
  const offered = card.overrideReasons.map(({ code, display }) => ({ code, display }))
  return StoredFinding.parse({
    key: findingKeyOf(rule, about.map(({ code }) => code)),
    rule: card.rule,
    topic: card.topic,
    basis: basisOf({ rule, version: card.source.version, weight: card.weight, items: about, patient }),
    weight: card.weight,
    summary: card.summary,
    advice: card.advice,
    source: card.source,
    about: card.about,
    suggestions: card.suggestions,
    overrideReasons: card.weight === 'information' ? [] : offered.length > 0 || !isOverridable ? offered : ownReasons,
    links: card.links,
    from: [
      {
        service,
        card: card.id,
        suggestions: card.suggestions.map(({ id }) => id),
        systems: Object.fromEntries(card.overrideReasons.map(({ code, system }) => [code, system])),
      },
    ],
  })
}

/** The heaviest of those that say the same speaks; all of them are told what becomes of it, and it is about all they name. */
function joined(same: readonly StoredFinding[]): StoredFinding {
  const [heaviest, ...others] = same.toSorted(byWeight)
  if (!heaviest) throw new TypeError('A group has a member')
  return {
    ...heaviest,
    about: [...new Set([heaviest, ...others].flatMap(({ about }) => about))],
    from: [heaviest, ...others].flatMap(({ from }) => from),
  }
}
