import type { HookRequest, Resource } from '@noskhe/national-wire/cds-hooks'
import type { RuleQuestion } from './port.ts'
import { patientIdOf, patientResource, recordsOf, searchset } from './resources.ts'

type Context = Record<string, unknown>

/**
 * Answers the prefetch templates of one service from what we know: a read of the patient, and searches of her allergies,
 * conditions, weight and pregnancy. Other queries are not honoured, and neither is one about which nobody asked her: their keys
 * are left out. A query that was honoured and found nothing is null (CDS Hooks 2.0, "Prefetch Template").
 */
export function answerPrefetch(templates: Record<string, string>, it: RuleQuestion, context: Context): NonNullable<HookRequest['prefetch']> {
  const answers = Object.entries(templates).flatMap(([key, template]): [string, Resource | null][] => {
    const query = resolve(template, context)
    const found = query === null ? undefined : answer(query, it)
    return found === undefined ? [] : [[key, found]]
  })
  return Object.fromEntries(answers)
}

/** The query with its tokens replaced; null where it has one that the hook's context does not hold. */
function resolve(template: string, context: Context): string | null {
  let isWhole = true
  const query = template.replace(/\{\{\s*([^}]*?)\s*\}\}/g, (_, token: string) => {
    const value = token.startsWith('context.') ? context[token.slice('context.'.length)] : undefined
    if (typeof value !== 'string') isWhole = false
    return typeof value === 'string' ? encodeURIComponent(value) : ''
  })
  return isWhole ? query : null
}

/** Parameters that change nothing about what we have: it is hers, active, and one of each. */
const immaterial = new Set(['_sort', '_count', 'clinical-status', 'category', 'status', 'verification-status'])

/** Undefined where the query is not one of ours to answer. */
function answer(query: string, it: RuleQuestion): Resource | null | undefined {
  if (query === `Patient/${patientIdOf(it)}`) return patientResource(it)
  const [type = '', search] = query.split('?')
  if (search === undefined) return undefined
  const parameters = new URLSearchParams(search)
  const patient = parameters.get('patient') ?? parameters.get('subject')
  if (patient?.replace('Patient/', '') !== patientIdOf(it)) return undefined
  const rest = [...parameters.keys()].filter((name) => !immaterial.has(name.split(':')[0] ?? '') && !['patient', 'subject', 'code'].includes(name))
  if (rest.length > 0) return undefined

  const code = parameters.get('code')?.split('|').at(-1)
  const records = recordsOf(it)
  const found = type === 'Observation' ? records[`Observation ${code ?? ''}`] : withCode(records[type], code)
  if (found === undefined) return undefined
  return found.length === 0 ? null : searchset(found)
}

const withCode = (resources: Resource[] | undefined, code: string | undefined): Resource[] | undefined =>
  code === undefined ? resources : resources?.filter((it) => codesOf(it).includes(code))

function codesOf({ code }: Resource): unknown[] {
  const coding = (code as { coding?: { code?: unknown }[] } | undefined)?.coding
  return (coding ?? []).map((it) => it.code)
}
