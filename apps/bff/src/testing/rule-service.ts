import { NationalUnavailable } from '../national/port.ts'
import type { ClinicalRules, RuleCard, RuleFeedback, RuleItem, RuleQuestion } from '../national/clinical-rules/port.ts'

export const SERVICE = 'https://rules.example/cds-services/drug-safety'

/** A card of whatever weight about these items, or whatever of it a test needs otherwise. */
export const card = (about: readonly RuleItem[], change: Partial<RuleCard> = {}): RuleCard => ({
  id: 'card-1',
  rule: 'interaction:a+b',
  topic: null,
  weight: 'warning',
  summary: 'این دو با هم خطر خونریزی را بالا می‌برند',
  advice: 'پایش کنید.',
  source: { label: 'دستورنامه', url: null, article: 'بند ۱', version: '1' },
  about: about.map(({ key }) => key),
  suggestions: [],
  overrideReasons: [{ code: 'monitored', display: 'بیمار زیر پایش است', system: 'urn:reasons' }],
  links: [],
  ...change,
})

/** A rule service in memory: says what a test has it say, or is silent, and remembers what it was asked and told. */
export class RuleService {
  /** What it says of a question. */
  says: (question: RuleQuestion) => RuleCard[] = () => []
  isSilent = false
  /** What a second service says; there is none where null. */
  secondSays: ((question: RuleQuestion) => RuleCard[]) | null = null
  readonly asked: RuleQuestion[] = []
  readonly told: { service: string; feedback: RuleFeedback }[] = []

  readonly port: ClinicalRules = {
    ask: async (question) => {
      this.asked.push(question)
      const first = { service: SERVICE, title: 'ایمنی دارو' }
      return [
        this.isSilent ? { ...first, state: 'silent' } : { ...first, state: 'answered', cards: this.says(question) },
        ...(this.secondSays ? [{ service: `${SERVICE}-2`, title: 'دوم', state: 'answered' as const, cards: this.secondSays(question) }] : []),
      ]
    },
    tell: async (service, feedback) => {
      if (this.isSilent) throw new NationalUnavailable('clinical-rules', { sent: 'maybe', timedOut: true })
      this.told.push({ service, feedback })
      return 'told'
    },
  }
}
