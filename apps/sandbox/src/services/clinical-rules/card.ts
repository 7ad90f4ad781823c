import { createHash } from 'node:crypto'
import { RULE_EXTENSION } from '@noskhe/national-wire/cds-hooks'
import type { Card } from '@noskhe/national-wire/cds-hooks'
import { type Guidance, article, overrideReasons } from './guidance.ts'

const SYSTEM = 'urn:noskhe:sandbox:clinical-rules'
/** Of the rules as a whole; it stands on every card and changes with them. */
export const RULES_VERSION = '۱۴۰۵٫۰۹'

/** The card of a finding. The same question of the same instance gives the same card, uuids included. */
export function cardOf(it: Guidance, hookInstance: string): Card {
  const about = it.about.map(({ reference }) => reference)
  const name = [hookInstance, it.rule, ...about]
  const source = article[it.topic]
  return {
    uuid: uuidOf(...name),
    summary: it.summary,
    detail: it.advice,
    indicator: it.indicator,
    source: { label: 'دستورنامهٔ آزمایشی ایمنی دارو', topic: { system: `${SYSTEM}:topics`, code: it.topic, display: source } },
    ...(it.suggestion && {
      suggestions: [{ ...it.suggestion, uuid: uuidOf(...name, 'suggestion'), isRecommended: true }],
      selectionBehavior: 'at-most-one' as const,
    }),
    ...(it.reasons.length > 0 && {
      overrideReasons: it.reasons.map((code) => ({ system: `${SYSTEM}:override-reasons`, code, display: overrideReasons[code] })),
    }),
    extension: { [RULE_EXTENSION]: { rule: it.rule, about, article: source, version: RULES_VERSION, advice: it.advice, topic: it.topic } },
  }
}

/** A UUID (version 8, RFC 9562) that stands for these words. */
function uuidOf(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
