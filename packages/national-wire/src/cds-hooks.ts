import * as z from 'zod'

/**
 * CDS Hooks 2.0 (cds-hooks.hl7.org/2.0) with its hooks order-select and order-sign, over FHIR R4. Objects that a service may
 * extend are read leniently; what we send is exactly what stands here.
 */
export const SERVICES_PATH = 'cds-services'

export const Coding = z.object({ system: z.string().optional(), code: z.string(), display: z.string().optional() })
export type Coding = z.infer<typeof Coding>

/** Any member of an object's `extension` (2.0, "Extensions"): a name in reverse domain order and whatever it holds. */
const Extension = z.record(z.string(), z.unknown())

/** A FHIR resource as it came: who reads it takes out of it what it knows. */
export const Resource = z.looseObject({ resourceType: z.string(), id: z.string().optional() })
export type Resource = z.infer<typeof Resource>

export const Bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.string().optional(),
  entry: z.array(z.looseObject({ resource: Resource })).optional(),
})
export type Bundle = z.infer<typeof Bundle>

export const DiscoveredService = z.object({
  hook: z.string(),
  title: z.string().optional(),
  description: z.string(),
  id: z.string(),
  /** FHIR queries with `{{context.…}}` tokens, by the key under which their answers are sent. */
  prefetch: z.record(z.string(), z.string()).optional(),
  usageRequirements: z.string().optional(),
  extension: Extension.optional(),
})
export type DiscoveredService = z.infer<typeof DiscoveredService>

export const DiscoveryReply = z.object({ services: z.array(DiscoveredService) })
export type DiscoveryReply = z.infer<typeof DiscoveryReply>

export const FhirAuthorization = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
  scope: z.string(),
  subject: z.string(),
  patient: z.string().optional(),
})

/** A call of whatever hook. A prefetch key without data is null; one that is not honoured is left out. */
export const HookRequest = z.object({
  hook: z.string(),
  hookInstance: z.uuid(),
  fhirServer: z.string().optional(),
  fhirAuthorization: FhirAuthorization.optional(),
  context: z.record(z.string(), z.unknown()),
  prefetch: z.record(z.string(), Resource.nullable()).optional(),
  extension: Extension.optional(),
})
export type HookRequest = z.infer<typeof HookRequest>

export const OrderSignContext = z.object({
  userId: z.string(),
  patientId: z.string(),
  encounterId: z.string().optional(),
  draftOrders: Bundle,
})
export type OrderSignContext = z.infer<typeof OrderSignContext>

/** `selections` are references into `draftOrders`: what was chosen or changed just now. */
export const OrderSelectContext = OrderSignContext.extend({ selections: z.array(z.string()) })
export type OrderSelectContext = z.infer<typeof OrderSelectContext>

/**
 * medication-verify (CDS Hooks Library, 0.1.0): before a pharmacist hands over one signed order, `active` as it is. The library's
 * table names it `medication`; its examples do not agree with the table among themselves.
 */
export const MedicationVerifyContext = z.object({
  userId: z.string(),
  patientId: z.string(),
  encounterId: z.string().optional(),
  medication: Resource,
})
export type MedicationVerifyContext = z.infer<typeof MedicationVerifyContext>

export const Action = z.object({
  type: z.enum(['create', 'update', 'delete']),
  description: z.string(),
  /** A string id here is how versions before 2.0 named what to delete. */
  resource: z.union([Resource, z.string()]).optional(),
  resourceId: z.string().optional(),
  extension: Extension.optional(),
})
export type Action = z.infer<typeof Action>

export const Suggestion = z.object({
  label: z.string(),
  uuid: z.string().optional(),
  isRecommended: z.boolean().optional(),
  actions: z.array(Action).optional(),
})
export type Suggestion = z.infer<typeof Suggestion>

export const Card = z.object({
  uuid: z.string().optional(),
  summary: z.string().min(1),
  detail: z.string().optional(),
  indicator: z.enum(['info', 'warning', 'critical']),
  source: z.object({ label: z.string(), url: z.string().optional(), icon: z.string().optional(), topic: Coding.optional() }),
  suggestions: z.array(Suggestion).optional(),
  selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
  overrideReasons: z.array(Coding.extend({ display: z.string() })).optional(),
  links: z
    .array(z.object({ label: z.string(), url: z.string(), type: z.enum(['absolute', 'smart']), appContext: z.string().optional() }))
    .optional(),
  extension: Extension.optional(),
})
export type Card = z.infer<typeof Card>

/** What a service answers to a hook. `systemActions` are for a client that applies them by itself, which ours never does. */
export const CardsReply = z.object({ cards: z.array(Card), systemActions: z.array(z.unknown()).optional() })
export type CardsReply = z.infer<typeof CardsReply>

export const Feedback = z.object({
  card: z.string(),
  outcome: z.enum(['accepted', 'overridden']),
  acceptedSuggestions: z.array(z.object({ id: z.string() })).optional(),
  overrideReason: z.object({ reason: Coding.optional(), userComment: z.string().optional() }).optional(),
  outcomeTimestamp: z.iso.datetime(),
})
export type Feedback = z.infer<typeof Feedback>

export const FeedbackRequest = z.object({ feedback: z.array(Feedback).min(1) })
export type FeedbackRequest = z.infer<typeof FeedbackRequest>

/** The code systems of our resources. `erx` has no published URI, so it is ours. */
export const codeSystem = {
  erx: 'urn:noskhe:mksa:erx',
  /** Of another national list («lab», «imaging» …). */
  services: (list: string) => `urn:noskhe:mksa:${list}`,
  atc: 'http://www.whocc.no/atc',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  loinc: 'http://loinc.org',
  units: 'http://unitsofmeasure.org',
} as const

/** LOINC of the two observations that dosing asks for. */
export const observationCode = { weight: '29463-7', pregnancy: '82810-3' } as const
/** The LOINC answer "Pregnant" to 82810-3. */
export const PREGNANT = 'LA15173-0'

/**
 * Where a card's rule stands, in the extension of the card: which rule, about which orders, in which article of which
 * version. The specification has no place for it; a service that leaves it out is shown without.
 */
export const RULE_EXTENSION = 'ir.noskhe.rule'
export const RuleExtension = z.object({
  rule: z.string(),
  about: z.array(z.string()),
  article: z.string(),
  version: z.string(),
  /** What to do, in a sentence. */
  advice: z.string().optional(),
  /** What the rule looks at, in the words of the insurers' rules (RuleType of 8-6), by which the same is known when both say it. */
  topic: z.string().optional(),
})
export type RuleExtension = z.infer<typeof RuleExtension>
