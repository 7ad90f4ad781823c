import { z } from 'zod'
import { type Findings, GatheringState, Weight } from './finding.ts'

/** What the rules had said when she signed, and what she said to it; part of the signed document. */
export const SignedRules = z.strictObject({
  format: z.literal('noskhe.rules/1'),
  /** `not-checked` is signed as just that. */
  state: GatheringState,
  silent: z.array(z.string()),
  findings: z.array(
    z.strictObject({
      key: z.string(),
      weight: Weight,
      summary: z.string(),
      advice: z.string(),
      source: z.strictObject({ label: z.string(), article: z.string().nullable(), version: z.string().nullable() }),
      about: z.array(z.string()),
      override: z.strictObject({ code: z.string(), display: z.string(), note: z.string(), givenAt: z.string() }).nullable(),
    }),
  ),
})
export type SignedRules = z.infer<typeof SignedRules>

/** Leaves out what no reader of the document needs: suggestions, links, what could have been answered. */
export const signedRulesOf = ({ state, silent, findings }: Findings): SignedRules => ({
  format: 'noskhe.rules/1',
  state,
  silent: [...silent],
  findings: findings.map(({ key, weight, summary, advice, source, about, override }) => ({
    key,
    weight,
    summary,
    advice,
    source: { label: source.label, article: source.article, version: source.version },
    about: [...about],
    override: override && { code: override.reason.code, display: override.reason.display, note: override.note, givenAt: override.givenAt },
  })),
})
