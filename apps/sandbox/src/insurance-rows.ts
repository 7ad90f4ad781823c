import { toDoDate } from '@noskhe/national-wire/data-objects'
import type { DoCodedText } from '@noskhe/national-wire/data-objects'
import { insurerCoding, supplementaryElement } from '@noskhe/national-wire/eligibility'
import type { InsuranceInformation } from '@noskhe/national-wire/eligibility'
import { issuerOf } from './insured.ts'
import type { DemoCoverage, DemoPatient } from './scenarios.ts'

/** A person's rows of CallupInsurance; `newborn` is the Jalali birth date of her child where the child is meant. */
export function insuranceRows(patient: DemoPatient, newborn: string | null): InsuranceInformation[] {
  const person = personFields(patient, newborn)
  if (patient.coverages.length === 0) return [{ ...person, insurer: insurerText('private') }]
  return patient.coverages.map((it) => ({ ...person, ...coverageFields(patient, it) }))
}

function personFields(patient: DemoPatient, newborn: string | null) {
  const child = newborn === null ? undefined : patient.newborn
  const gender = child?.gender ?? patient.gender
  return {
    nationalcode: patient.identity.value,
    firstName: child === undefined ? patient.firstName : `نوزادِ ${patient.firstName}`,
    lastName: patient.lastName,
    birthDate: toDoDate(newborn ?? patient.birthDate),
    deathDate: patient.life === 'deceased' ? toDoDate('1404-11-02') : null,
    gender: coded('thritaEHR.gender', gender === 'male' ? '1' : '2', gender === 'male' ? 'مرد' : 'زن'),
  }
}

function coverageFields(patient: DemoPatient, { insurer, box, validUntil, supplementary }: DemoCoverage) {
  const issuer = issuerOf(insurerCoding[insurer].code)
  return {
    insurer: insurerText(insurer),
    insuranceNumber: { Issuer: issuer, Assigner: issuer, ID: `${insurerCoding[insurer].code}${patient.identity.value}`, Type: 'Insurance_Number' },
    insurerBox: coded('thritaEHR.insuranceBox', box.code, box.title),
    expirationDate: toDoDate(validUntil),
    extraProperties:
      supplementary === undefined
        ? []
        : [
            { element: supplementaryElement.name, value: supplementary.name },
            { element: supplementaryElement.validUntil, value: supplementary.validUntil },
          ],
  }
}

const coded = (Terminology_id: string, Coded_string: string, Value: string): DoCodedText => ({ Value, Terminology_id, Coded_string })

const insurerText = (insurer: keyof typeof insurerCoding): DoCodedText =>
  coded('thritaEHR.insurer', insurerCoding[insurer].code, insurerCoding[insurer].title)
