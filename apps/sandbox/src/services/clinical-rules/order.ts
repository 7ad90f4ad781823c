import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { codeSystem } from '@noskhe/national-wire/cds-hooks'
import type { Bundle, Resource } from '@noskhe/national-wire/cds-hooks'
import type { Drug } from '../../catalogue/drug.ts'
import { findDrugOfAnyRelease } from '../../catalogue/store.ts'

/** One drug that is about to be ordered, as far as the catalogue and the order tell. */
export interface Order {
  /** `MedicationRequest/<id>`, as actions and cards name it. */
  reference: string
  resource: Resource
  drug: Drug
  /** Lower-case English names of its ingredients. */
  inns: readonly string[]
  /** Units a time; null where the order does not say. */
  dose: number | null
  /** Times a day; below one for every other day and the like. */
  perDay: number | null
}

const Quantity = z.looseObject({ value: z.number() })
const DoseAndRate = z.looseObject({ doseQuantity: Quantity.optional() })

const MedicationRequest = z.looseObject({
  resourceType: z.literal('MedicationRequest'),
  id: z.string(),
  medicationCodeableConcept: z.looseObject({ coding: z.array(z.looseObject({ system: z.string().optional(), code: z.string().optional() })) }),
  dosageInstruction: z
    .array(
      z.looseObject({
        sequence: z.int().optional(),
        timing: z
          .looseObject({ repeat: z.looseObject({ frequency: z.number(), period: z.number(), periodUnit: z.string(), when: z.array(z.string()).optional() }).optional() })
          .optional(),
        doseAndRate: z.array(DoseAndRate).optional(),
      }),
    )
    .optional(),
})
type MedicationRequest = z.infer<typeof MedicationRequest>

/** The drugs of a bundle of drafts that the catalogue knows. Whatever else stands in it is no concern of these rules. */
export function ordersIn(db: DatabaseSync, { entry = [] }: Bundle): Order[] {
  return entry.flatMap(({ resource }) => {
    const request = MedicationRequest.safeParse(resource)
    if (!request.success) return []
    const drug = drugOf(db, request.data)
    return drug === null ? [] : [{ reference: `MedicationRequest/${request.data.id}`, resource, drug, inns: innsOf(drug), ...dosageOf(request.data) }]
  })
}

function drugOf(db: DatabaseSync, { medicationCodeableConcept: { coding } }: MedicationRequest): Drug | null {
  const code = coding.find(({ system }) => system === codeSystem.erx)?.code
  return code === undefined ? null : findDrugOfAnyRelease(db, code)
}

const innsOf = ({ innEn }: Drug): string[] => innEn.toLowerCase().split(/\s*[/+]\s*/).filter((name) => name !== '')

const DAYS: Record<string, number> = { h: 1 / 24, d: 1, wk: 7, mo: 30 }

/** Of a course in steps the heaviest day counts; amounts by the time of day (`when`) are of one day together. */
function dosageOf({ dosageInstruction = [] }: MedicationRequest): Pick<Order, 'dose' | 'perDay'> {
  const bySequence = Map.groupBy(dosageInstruction, ({ sequence = 1 }) => sequence)
  const days = [...bySequence.values()].map(dayOf)
  const [first = { dose: null, perDay: null }] = days.toSorted((a, b) => amountOfDay(b) - amountOfDay(a))
  return first
}

const amountOfDay = ({ dose, perDay }: Pick<Order, 'dose' | 'perDay'>) => (dose ?? 0) * (perDay ?? 0)

function dayOf(dosages: NonNullable<MedicationRequest['dosageInstruction']>): Pick<Order, 'dose' | 'perDay'> {
  const [first] = dosages
  const repeat = first?.timing?.repeat
  const days = repeat && DAYS[repeat.periodUnit]
  const amounts = dosages.map((dosage) => dosage.doseAndRate?.[0]?.doseQuantity?.value ?? 0)
  if (repeat?.when) {
    const dose = Math.max(...amounts)
    return { dose, perDay: amounts.reduce((sum, amount) => sum + amount, 0) / dose }
  }
  return {
    dose: first?.doseAndRate?.[0]?.doseQuantity?.value ?? null,
    perDay: repeat && days ? repeat.frequency / (repeat.period * days) : null,
  }
}

/** The order with another amount a time, whole, as an `update` wants it. */
export function withDose({ resource }: Order, value: number): Resource {
  const { dosageInstruction: [first, ...rest] = [] } = MedicationRequest.parse(resource)
  const [dose, ...others] = first?.doseAndRate ?? []
  return {
    ...resource,
    dosageInstruction: [{ ...first, doseAndRate: [{ ...dose, doseQuantity: { ...dose?.doseQuantity, value } }, ...others] }, ...rest],
  }
}
