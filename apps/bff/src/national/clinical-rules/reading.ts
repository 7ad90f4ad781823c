import { RULE_EXTENSION, RuleExtension } from '@noskhe/national-wire/cds-hooks'
import type { Action, Card, Suggestion } from '@noskhe/national-wire/cds-hooks'
import * as z from 'zod'
import type { ItemChange, RuleCard, RuleItem } from './port.ts'
import { referenceOf } from './resources.ts'

const byIndicator = { warning: 'warning', critical: 'refusal' } as const

/**
 * A card in our words. CDS Hooks knows three weights; what is only told is information, and what can be answered (by a
 * suggestion or a reason) is advice.
 */
export function cardOf(card: Card, items: readonly RuleItem[]): RuleCard {
  const ours = RuleExtension.safeParse(card.extension?.[RULE_EXTENSION]).data
  const suggestions = (card.suggestions ?? []).map((it, place) => suggestionOf(it, place, items))
  const overrideReasons = (card.overrideReasons ?? []).map(({ code, display, system = null }) => ({ code, display, system }))
  const isAnswerable = suggestions.length > 0 || overrideReasons.length > 0
  const { source } = card
  return {
    id: card.uuid ?? null,
    rule: ours?.rule ?? null,
    topic: ours?.topic ?? null,
    weight: card.indicator === 'info' ? (isAnswerable ? 'advice' : 'information') : byIndicator[card.indicator],
    summary: card.summary,
    advice: ours?.advice ?? card.detail ?? '',
    source: { label: source.label, url: httpsOnly(source.url), article: ours?.article ?? null, version: ours?.version ?? null },
    about: ours ? keysOf(ours.about, items) : keysOf(referencesIn(card), items),
    suggestions,
    overrideReasons,
    links: (card.links ?? []).flatMap(({ label, url, type }) => (type === 'absolute' && httpsOnly(url) !== null ? [{ label, url }] : [])),
  }
}

/** An address from outside is opened by the doctor's browser: nothing but a web page. */
const httpsOnly = (url: string | undefined): string | null => (url !== undefined && /^https:\/\//.test(url) ? url : null)

const keysOf = (references: readonly string[], items: readonly RuleItem[]): string[] =>
  items.flatMap((item) => (references.includes(referenceOf(item)) ? [item.key] : []))

/** A service that does not say what a card is about may still say what it would change. */
const referencesIn = ({ suggestions = [] }: Card): string[] => suggestions.flatMap(({ actions = [] }) => actions.flatMap((it) => targetOf(it) ?? []))

function targetOf({ resourceId, resource }: Action): string | null {
  if (resourceId !== undefined) return resourceId
  if (typeof resource === 'string') return resource.includes('/') ? resource : `MedicationRequest/${resource}`
  return resource?.id === undefined ? null : `${resource.resourceType}/${resource.id}`
}

/** Applied by one key only if every one of its actions is understood: they are all or nothing (2.0, "Suggestion"). */
function suggestionOf({ uuid, label, actions = [] }: Suggestion, place: number, items: readonly RuleItem[]) {
  const changes = actions.map((action) => changeOf(action, items))
  const isUnderstood = changes.every((it) => it !== null)
  return { id: uuid ?? `#${place}`, label, changes: isUnderstood ? changes.filter((it) => it !== null) : [] }
}

const Dosed = z.looseObject({
  dosageInstruction: z.array(z.looseObject({ doseAndRate: z.array(z.looseObject({ doseQuantity: z.looseObject({ value: z.number().positive() }) })).min(1) })).min(1),
})

function changeOf(action: Action, items: readonly RuleItem[]): ItemChange | null {
  const target = targetOf(action)
  const item = items.find((ordered) => referenceOf(ordered) === target)
  if (!item) return null
  if (action.type === 'delete') return { do: 'remove', key: item.key }
  // Of a course in steps, or with amounts by the time of day, nobody says which of the amounts is meant: it is only told.
  if (action.type !== 'update' || item.kind !== 'drug' || item.stretches) return null
  const value = Dosed.safeParse(action.resource).data?.dosageInstruction[0]?.doseAndRate[0]?.doseQuantity.value
  return value === undefined || String(value) === item.dose ? null : { do: 'dose', key: item.key, dose: String(value) }
}
