import { insurerTitle } from '../patients/eligibility.ts'
import { foldPersian, toLatinDigits, toPersianDigits } from '../text.ts'
import { type Finding, type Override, type RuleSource, type Weight, byWeight, insurerReasons } from './finding.ts'
import { type InsurerLine, type InsurerMessage, insurerKeyOf, isAnswerable } from './insurer-line.ts'

/** Whose rules say so. `rule`: their own name of it. */
export interface RemarkSource extends RuleSource {
  by: 'clinical' | 'insurer'
  rule: string | null
}

/**
 * One thing that is said of an item, of several, or of the whole: by the clinical rules, by the insurer's, or by both. `key` is
 * the name under which a reason is given against it.
 */
export interface Remark extends Omit<Finding, 'source' | 'rule'> {
  sources: RemarkSource[]
  /** A cost proposal of the insurer's (8-6): what would cost less. */
  isProposal: boolean
}

export interface Sayings {
  findings: readonly Finding[]
  lines: readonly InsurerLine[]
  /** Her reason against a message of the insurer's, null where she gave none. */
  overrideOf: (line: InsurerLine, message: InsurerMessage) => Override | null
}

const weightOf: Record<InsurerMessage['tone'], Weight> = { advisory: 'advice', warning: 'warning', rejection: 'refusal' }

/**
 * Puts what insurer and clinical rules say into one list, each thing once, the heaviest first. Two of them say the same where
 * they are about the same item and name the same rule, look at the same thing (`topic`), or use the same words: the heavier
 * speaks, and both stand as its sources.
 */
export function remarksOf({ findings, lines, overrideOf }: Sayings): Remark[] {
  const clinical = findings.map(ofFinding)
  const insurers = lines.flatMap((line) => line.messages.map((message) => ofMessage(line, message, overrideOf(line, message))))
  const remarks: Remark[] = []
  for (const it of [...clinical, ...insurers]) {
    const place = remarks.findIndex((other) => saysTheSame(other, it))
    const same = remarks[place]
    if (same) remarks[place] = joined(same, it)
    else remarks.push(it)
  }
  return remarks.toSorted(byWeight)
}

const ofFinding = ({ source, rule, ...finding }: Finding): Remark => ({ ...finding, sources: [{ by: 'clinical', rule, ...source }], isProposal: false })

function ofMessage(line: InsurerLine, message: InsurerMessage, override: Override | null): Remark {
  const { tone, text, rule, topic, proposal } = message
  const key = insurerKeyOf(line, message)
  return {
    key,
    weight: weightOf[tone],
    topic: topic ?? null,
    summary: text,
    advice: '',
    sources: [{ by: 'insurer', rule: rule?.id ?? null, label: insurerTitle[line.insurer], url: null, article: null, version: rule ? toPersianDigits(rule.version) : null }],
    about: [line.item],
    suggestions: proposal
      ? [{ id: `${key}#code`, label: proposal.name, changes: [{ do: 'code', key: line.item, code: proposal.code }] }]
      : [],
    overrideReasons: isAnswerable(message) ? [...insurerReasons] : [],
    links: [],
    override,
    isProposal: proposal !== undefined,
  }
}

function saysTheSame(a: Remark, b: Remark): boolean {
  const isAboutSame = a.about.some((key) => b.about.includes(key))
  if (!isAboutSame || a.isProposal !== b.isProposal) return false
  if (spelt(a.summary) === spelt(b.summary)) return true
  const areOfOneSide = a.sources.every(({ by }) => b.sources.every((other) => other.by === by))
  // Two rules of one side about one thing (two ceilings) are two things; across the sides the topic is what they share.
  return !areOfOneSide && (namesSameRule(a, b) || (a.topic !== null && a.topic === b.topic))
}

const namesSameRule = (a: Remark, b: Remark): boolean =>
  a.sources.some(({ rule }) => rule !== null && b.sources.some((other) => other.rule?.toLowerCase() === rule.toLowerCase()))

/** Letters and Latin digits only: a full stop or a half-space makes no other sentence. */
const spelt = (text: string): string => toLatinDigits(foldPersian(text)).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The heavier speaks; of two as heavy the one that was there. What it rests on, and what can be done, is what both tell. */
function joined(a: Remark, b: Remark): Remark {
  const [speaker, other] = byWeight(a, b) <= 0 ? [a, b] : [b, a]
  return {
    ...speaker,
    advice: speaker.advice || other.advice,
    about: [...new Set([...speaker.about, ...other.about])],
    suggestions: [...speaker.suggestions, ...other.suggestions],
    links: [...speaker.links, ...other.links],
    sources: [...speaker.sources, ...other.sources.filter((it) => !speaker.sources.some((known) => isSameSource(known, it)))],
  }
}

const isSameSource = (a: RemarkSource, b: RemarkSource): boolean =>
  a.by === b.by && a.label === b.label && a.rule === b.rule && a.article === b.article && a.version === b.version
