import { z } from 'zod'
import { type Findings, GatheringState, type Override, Weight } from './finding.ts'

const SignedOverride = z.strictObject({ code: z.string(), display: z.string(), note: z.string(), givenAt: z.string() })

/** What the rules had said when she signed, and what she said to it; part of the signed document. */
export const SignedRules = z.strictObject({
  format: z.literal('noskhe.rules/1'),
  /** `not-checked` is signed as just that. */
  state: GatheringState,
  silent: z.array(z.string()),
  findings: z.array(
    z.strictObject({
      key: z.string(),
      rule: z.string().exactOptional(),
      topic: z.string().exactOptional(),
      weight: Weight,
      summary: z.string(),
      advice: z.string(),
      source: z.strictObject({ label: z.string(), article: z.string().nullable(), version: z.string().nullable() }),
      about: z.array(z.string()),
      override: SignedOverride.nullable(),
    }),
  ),
  /** Her reasons against what the insurer warned of, by item and its words; absent where she gave none. */
  acknowledged: z.array(z.strictObject({ item: z.string(), text: z.string(), override: SignedOverride })).exactOptional(),
})
export type SignedRules = z.infer<typeof SignedRules>

const signedOverride = ({ reason, note, givenAt }: Override) => ({ code: reason.code, display: reason.display, note, givenAt })

/** Leaves out what no reader of the document needs: suggestions, links, what could have been answered. */
export const signedRulesOf = ({ state, silent, findings, acknowledged }: Findings): SignedRules => ({
  format: 'noskhe.rules/1',
  state,
  silent: [...silent],
  findings: findings.map(({ key, rule, topic, weight, summary, advice, source, about, override }) => ({
    key,
    ...(rule !== null && { rule }),
    ...(topic !== null && { topic }),
    weight,
    summary,
    advice,
    source: { label: source.label, article: source.article, version: source.version },
    about: [...about],
    override: override && signedOverride(override),
  })),
  ...(acknowledged.length > 0 && {
    acknowledged: acknowledged.map(({ item, text, override }) => ({ item, text, override: signedOverride(override) })),
  }),
})
