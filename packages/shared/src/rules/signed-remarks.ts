import { InsurerCode } from '../patients/eligibility.ts'
import { MessageTone } from '../prescriptions/item.ts'
import type { SignedDocument } from '../signing/signed-form.ts'
import type { Override } from './finding.ts'
import type { InsurerLine } from './insurer-line.ts'
import { type Remark, remarksOf } from './remark.ts'
import type { SignedRules } from './signed-rules.ts'

/** What insurer and clinical rules had said when a document was signed, as one list; read from the document and nowhere else. */
export function remarksOfSigned({ rules, items, insurer }: SignedDocument): Remark[] {
  const acknowledged = rules?.acknowledged ?? []
  const payer = InsurerCode.safeParse(insurer)
  return remarksOf({
    findings: (rules?.findings ?? []).map(({ rule = null, topic = null, source, override, ...finding }) => ({
      ...finding,
      rule,
      topic,
      source: { ...source, url: null },
      override: override && asOverride(override),
      suggestions: [],
      overrideReasons: [],
      links: [],
    })),
    lines: payer.success ? items.map((item) => lineOf(item, payer.data)) : [],
    overrideOf: ({ item }, { text }) => {
      const given = acknowledged.find((it) => it.item === item && it.text === text)
      return given ? asOverride(given.override) : null
    },
  })
}

const lineOf = ({ key, code, check }: SignedDocument['items'][number], insurer: InsurerCode): InsurerLine => ({
  item: key,
  insurer,
  asked: code,
  messages: check.messages.flatMap(({ tone, ...message }) => {
    const known = MessageTone.safeParse(tone)
    return known.success ? [{ tone: known.data, ...message }] : []
  }),
})

type SignedOverride = NonNullable<SignedRules['findings'][number]['override']>

const asOverride = ({ code, display, note, givenAt }: SignedOverride): Override => ({ reason: { code, display }, note, givenAt, isRemembered: false })
