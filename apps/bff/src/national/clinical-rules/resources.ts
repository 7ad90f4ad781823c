import { PREGNANT, codeSystem, observationCode } from '@noskhe/national-wire/cds-hooks'
import type { Bundle, Resource } from '@noskhe/national-wire/cds-hooks'
import { daysOfSupply, dosagesOf } from './dosage.ts'
import type { RuleDrug, RuleItem, RuleQuestion, RuleService } from './port.ts'

/** LOINC's answer "Not pregnant" to 82810-3. */
const NOT_PREGNANT = 'LA26683-5'

/**
 * What we know, as FHIR R4. The patient stands under the visit's id and without name or number: a rule needs to know how old
 * she is, not who (minimum necessary).
 */
export const patientIdOf = ({ encounterId }: RuleQuestion): string => encounterId

export const patientResource = (it: RuleQuestion): Resource => ({
  resourceType: 'Patient',
  id: patientIdOf(it),
  ...(it.patient.gender !== null && { gender: it.patient.gender }),
  ...(it.patient.birthDate !== null && { birthDate: it.patient.birthDate }),
})

export const draftOrdersOf = (it: RuleQuestion): Bundle => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: it.items.map((item) => ({ resource: item.kind === 'drug' ? medicationRequest(item, it, 'draft') : serviceRequest(item, it) })),
})

const resourceTypeOf = { drug: 'MedicationRequest', service: 'ServiceRequest' } as const
export const referenceOf = ({ kind, key }: RuleItem): string => `${resourceTypeOf[kind]}/${key}`

/** Both order-select and order-sign know ServiceRequest beside MedicationRequest (CDS Hooks Library 1.0). */
const serviceRequest = (item: RuleService, it: RuleQuestion): Resource => ({
  resourceType: resourceTypeOf.service,
  id: item.key,
  status: 'draft',
  intent: 'order',
  code: { coding: [{ system: codeSystem.services(item.list), code: item.code, display: item.name }], text: item.name },
  subject: { reference: `Patient/${patientIdOf(it)}` },
  ...(item.quantity !== null && { quantityQuantity: { value: item.quantity } }),
  ...(item.directions !== '' && { patientInstruction: item.directions }),
})

/** `draft` while it is written; `active` once it is signed, as a pharmacist has it before her. */
export function medicationRequest(item: RuleDrug, it: RuleQuestion, status: 'draft' | 'active'): Resource {
  const days = daysOfSupply(item)
  return {
    resourceType: resourceTypeOf.drug,
    id: item.key,
    status,
    intent: 'order',
    medicationCodeableConcept: {
      coding: [
        { system: codeSystem.erx, code: item.code, display: item.name },
        ...(item.atc === null ? [] : [{ system: codeSystem.atc, code: item.atc }]),
      ],
      text: item.name,
    },
    subject: { reference: `Patient/${patientIdOf(it)}` },
    dosageInstruction: dosagesOf(item),
    ...((item.quantity !== null || days !== null) && {
      dispenseRequest: {
        ...(item.quantity !== null && { quantity: { value: item.quantity, unit: item.doseUnit } }),
        ...(days !== null && { expectedSupplyDuration: { value: days, unit: 'd', system: codeSystem.units, code: 'd' } }),
      },
    }),
  }
}

/** By resource type, what a search for this patient finds; undefined where nobody asked her, which is not the same as nothing. */
export function recordsOf(it: RuleQuestion): Record<string, Resource[] | undefined> {
  const subject = { reference: `Patient/${patientIdOf(it)}` }
  const { allergies, isPregnant, weightKg } = it.patient
  const observation = (code: string, value: object): Resource => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: codeSystem.loinc, code }] },
    subject,
    ...value,
  })
  return {
    AllergyIntolerance: allergies?.map(({ atc, name }) => ({
      resourceType: 'AllergyIntolerance',
      patient: subject,
      code: { text: name, ...(atc !== null && { coding: [{ system: codeSystem.atc, code: atc, display: name }] }) },
    })),
    MedicationRequest: it.alongside?.map((drug) => medicationRequest(drug, it, 'active')),
    Condition: it.diagnosis === null ? [] : [conditionOf(it.diagnosis, subject)],
    [`Observation ${observationCode.weight}`]:
      weightKg === null ? undefined : [observation(observationCode.weight, { valueQuantity: { value: Number(weightKg), unit: 'kg', system: codeSystem.units, code: 'kg' } })],
    [`Observation ${observationCode.pregnancy}`]:
      isPregnant === null
        ? undefined
        : [observation(observationCode.pregnancy, { valueCodeableConcept: { coding: [{ system: codeSystem.loinc, code: isPregnant ? PREGNANT : NOT_PREGNANT }] } })],
  }
}

const conditionOf = ({ code, title }: { code: string; title: string }, subject: object): Resource => ({
  resourceType: 'Condition',
  subject,
  code: { text: title, coding: [{ system: codeSystem.icd10, code, display: title }] },
})

export const searchset = (resources: readonly Resource[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
})
