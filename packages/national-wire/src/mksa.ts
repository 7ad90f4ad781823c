import * as z from 'zod'

/**
 * MKSA, the coding authority. No contract of it is published, so this one is ours and plain: numbered releases, each
 * with whole lists by pages, or only what changed since an earlier release.
 */

const serviceLists = ['lab', 'imaging', 'physician-service', 'physiotherapy', 'dental', 'nursing', 'device', 'specialty'] as const
export const MksaServiceList = z.enum(serviceLists)
export type MksaServiceList = z.infer<typeof MksaServiceList>

export const MksaList = z.enum(['drug', ...serviceLists, 'icd10', 'sig'])
export type MksaList = z.infer<typeof MksaList>

/** `GET /mksa/releases`: every release, the oldest first. */
export const MksaReleases = z.array(
  z.object({
    release: z.string().min(1),
    publishedAt: z.iso.datetime({ offset: true }),
    lists: z.array(z.object({ list: MksaList, count: z.int().nonnegative() })),
  }),
)
export type MksaReleases = z.infer<typeof MksaReleases>

/**
 * `GET /mksa/releases/:release/lists/:list`. `after` is the `next` of the page before; with `since` the page holds only
 * what the release has otherwise than that earlier one.
 */
export const MksaPageQuery = z.object({
  after: z.string().max(60).default(''),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
  since: z.string().optional(),
})

const common = {
  code: z.string().min(1),
  titleFa: z.string(),
  titleEn: z.string(),
  /** Null in a whole list; a retired code comes as it last stood. */
  change: z.enum(['added', 'changed', 'retired']).nullable(),
}

export const MksaDrug = z.object({
  ...common,
  irc: z.string(),
  ingredientsFa: z.string(),
  ingredientsEn: z.string(),
  formFa: z.string(),
  formEn: z.string(),
  routeFa: z.string(),
  routeEn: z.string(),
  strength: z.string(),
  /** Empty where none is assigned. */
  atc: z.string(),
  legalClass: z.enum(['RX', 'OTC', 'NARCOTIC', 'CONTROLLED']),
  insured: z.boolean(),
  brandsFa: z.array(z.string()),
  brandsEn: z.array(z.string()),
})
export type MksaDrug = z.infer<typeof MksaDrug>

/** What is no drug: tests, images, services, devices, and the specialties to which a patient is referred. */
export const MksaService = z.object({
  ...common,
  /** The short name on paper forms; of a specialty the number of its referral service. */
  localCode: z.string(),
  /** Other words that it is asked for by. */
  synonyms: z.array(z.string()),
  category: z.string(),
  categoryFa: z.string(),
  loinc: z.string().nullable(),
  /** Whether a tooth must be named with it; null of what is no dentistry. */
  needsTooth: z.boolean().nullable(),
  insured: z.boolean(),
})
export type MksaService = z.infer<typeof MksaService>

export const MksaDiagnosis = z.object(common)
export type MksaDiagnosis = z.infer<typeof MksaDiagnosis>

export const MksaSigTerm = z.object({
  ...common,
  kind: z.enum(['freq', 'instr', 'amount']),
  timesPerDay: z.number().nullable(),
  intervalHours: z.number().nullable(),
  snomed: z.string().nullable(),
})
export type MksaSigTerm = z.infer<typeof MksaSigTerm>

const page = <L extends MksaList, C extends z.ZodType>(list: L, code: C) =>
  z.object({ release: z.string(), list: z.literal(list), codes: z.array(code), next: z.string().nullable() })

export const MksaPage = z.discriminatedUnion('list', [
  page('drug', MksaDrug),
  page('lab', MksaService),
  page('imaging', MksaService),
  page('physician-service', MksaService),
  page('physiotherapy', MksaService),
  page('dental', MksaService),
  page('nursing', MksaService),
  page('device', MksaService),
  page('specialty', MksaService),
  page('icd10', MksaDiagnosis),
  page('sig', MksaSigTerm),
])
export type MksaPage = z.infer<typeof MksaPage>

/** The body of a 404: no such release or list. */
export const MksaRefusal = z.object({ error: z.string() })
export type MksaRefusal = z.infer<typeof MksaRefusal>
