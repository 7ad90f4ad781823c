import { identifierOf, toDoDate } from '@noskhe/national-wire/data-objects'
import type { DoCodedText, DoIdentifier, DoQuantity } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import { jalaliDay, jalaliOfGregorian } from '@noskhe/national-wire/jalali'
import { lifecycleCoding, purposeCoding, referralCoding } from '@noskhe/national-wire/sepas-record'
import type {
  BillRow, DepositedDrug, DispensedDrug, DispensingDepositMessage, HistoryRequest as WireHistoryRequest, PatientBillMessage,
  PrescriptionDepositMessage, RecordMsgId, Referral, ReferralCaseMessage,
} from '@noskhe/national-wire/sepas-record'
import { toIdentifier } from '../eligibility/identity.ts'
import type { ItemCode } from '../payer/port.ts'
import type {
  BillDeposit, Cost, Deposit, DepositedReferral, DispensingDeposit, HistoryRequest, PrescriptionDeposit, RecordPatient, ReferralDeposit, SignedDeposit,
} from './port.ts'

/** What we tell, in SEPAS's words. */

export const prescriptionMessage = (it: PrescriptionDeposit): PrescriptionDepositMessage => ({
  Person: personOf(it.patient),
  MsgID: msgId(it, it),
  Composition: {
    Insurance: insuranceOf(it),
    ...issued(it),
    Diagnosis: diagnosisOf(it),
    MedicationPrescriptions: it.items.map((item): DepositedDrug => ({
      RowID: item.key,
      ProductCode: productOf(item.code, item.name),
      Dosage: item.dose && { Magnitude: item.dose.amount, Unit: item.dose.unit },
      Frequency: item.frequency === null ? null : { Value: item.frequency, Terminology_id: 'MKSA.frequency', Coded_string: item.frequency },
      Duration: item.durationDays === null ? null : { Magnitude: item.durationDays, Unit: 'روز' },
      TotalNumber: units(item.quantity),
      AsNeeded: item.asNeeded,
      PatientInstruction: item.directions,
      Note: item.note,
    })),
  },
})

export const referralMessage = (it: ReferralDeposit): ReferralCaseMessage => ({
  Person: personOf(it.patient),
  MsgID: msgId(it, it),
  Composition: { Insurance: insuranceOf(it), ...issued(it), Diagnosis: diagnosisOf(it), Referral: it.referral && referralOf(it.referral) },
})

function referralOf(it: DepositedReferral): Referral {
  const common = { ReferredType: referralCoding[it.kind], Specialty: null, ReferredProvider: null, IsUrgent: false, AnswersTo: null, Answers: [] }
  switch (it.kind) {
    case 'specialist':
      return {
        ...common,
        Specialty: { Value: it.specialty.title, Terminology_id: 'insurer.specialty', Coded_string: it.specialty.code },
        ReferredProvider: it.to === null ? null : identifierOf.council(it.to),
        Description: it.reason,
        IsUrgent: it.isUrgent,
      }
    case 'hospital':
      return { ...common, Description: it.reason }
    case 'answer': {
      const Answers = it.answers.map(({ question, answer }) => ({ Question: question, Answer: answer }))
      return { ...common, Description: it.text, AnswersTo: it.answersTo, Answers }
    }
  }
}

export const dispensingMessage = (it: DispensingDeposit): DispensingDepositMessage => ({
  Person: personOf(it.patient),
  MsgID: msgId(it),
  Composition: {
    Insurance: insuranceOf(it),
    ...issued(it),
    DispensedPrescriptions: it.lines.map((line): DispensedDrug => ({
      RowID: line.id,
      ProductCode: productOf(line.code, line.name),
      TotalNumber: units(line.quantity),
      Packs: line.packs.map(({ uid, batch }) => ({ UID: uid, BatchNumber: batch })),
      Cost: line.cost && {
        TotalCost: rial(line.cost.total), InsuranceCost: rial(line.cost.insurerShare), PatientCost: rial(line.cost.patientShare),
      },
    })),
  },
})

export const billMessage = (it: BillDeposit): PatientBillMessage => ({
  Person: personOf(it.patient),
  MsgID: msgId(it),
  Composition: {
    Insurance: insuranceOf(it),
    ...issued(it),
    BillSummary: charges(sumOf(it.services.map(({ cost }) => cost))),
    BillServices: it.services.map((service): BillRow => ({
      PKID: service.id,
      Service: productOf(service.code, service.name),
      ServiceType: drugService,
      ServiceCount: units(service.count),
      ...charges(service.cost),
    })),
  },
})

export const historyRequest = ({ patient, purpose, councilNumber, siamId }: HistoryRequest): WireHistoryRequest => ({
  Person: personOf(patient),
  SystemID: ourSystem,
  HealthCareFacilityID: identifierOf.centre(siamId),
  Reader: identifierOf.council(councilNumber),
  Purpose: { Value: purposeCoding.codes[purpose], Terminology_id: purposeCoding.terminology, Coded_string: purpose },
})

const ourSystem: DoIdentifier = { Issuer: 'MOHME_IT', Assigner: 'MOHME_IT', ID: 'noskhe', Type: 'System_ID' }
const drugService: DoCodedText = { Value: 'دارو', Terminology_id: 'thritaEHR.serviceType', Coded_string: '4.1' }

const unversioned = { amends: null, isCancelled: false, signature: null }

function msgId(it: Deposit, { amends, isCancelled, signature }: Pick<SignedDeposit, 'amends' | 'isCancelled'> & { signature: string | null } = unversioned): RecordMsgId {
  return {
    MessageUID: it.messageUid,
    VersionLifecycleState: lifecycleCoding[isCancelled ? 'deleted' : amends === null ? 'original' : 'amendment'],
    IS_Queriable: true,
    CompositionSignature: signature,
    SystemID: ourSystem,
    HealthCareFacilityID: identifierOf.centre(it.siamId),
    CompositionUID: amends,
    Committer: it.councilNumber === null ? identifierOf.centre(it.siamId) : identifierOf.council(it.councilNumber),
  }
}

const personOf = ({ identity, newbornBirthDate }: RecordPatient): WireHistoryRequest['Person'] => ({
  PersonID: toIdentifier(identity),
  ...(newbornBirthDate !== null && { Newborn: { BirthDate: toDoDate(jalaliOfGregorian(newbornBirthDate)) } }),
})

const diagnosisOf = ({ diagnosis }: SignedDeposit): DoCodedText | null =>
  diagnosis && { Value: diagnosis.title, Terminology_id: 'ICD10', Coded_string: diagnosis.code }

const insuranceOf = ({ insurer, hid, trackingCode }: Deposit) => ({
  Insurer: { Value: insurerCoding[insurer].title, Terminology_id: 'thritaEHR.insurer', Coded_string: insurerCoding[insurer].code },
  // Who issued a HID is part of it; a counter that was only told its letters does not know, and names the national base.
  HID: hid && { Issuer: hid.issuer ?? 'MOHME_IT', Assigner: hid.issuer ?? 'MOHME_IT', ID: hid.value, Type: 'HID' },
  TrackingCode: trackingCode,
})

const issued = ({ issuedAt }: Deposit) => ({ IssueDate: toDoDate(jalaliDay(new Date(issuedAt))), IssuedAt: issuedAt })

const terminologyOf: Record<ItemCode['system'], string> = { generic: 'eRx', irc: 'IRC', rvu: 'RVU3' }
const productOf = ({ system, value }: ItemCode, name: string): DoCodedText => ({ Value: name, Terminology_id: terminologyOf[system], Coded_string: value })

const units = (Magnitude: number): DoQuantity => ({ Magnitude, Unit: 'عدد' })
const rial = (Magnitude: number): DoQuantity => ({ Magnitude, Unit: 'ریال' })

const charges = ({ total, insurerShare, patientShare }: Cost) => ({
  TotalCharge: rial(total), BasicInsuranceContribution: rial(insurerShare), PatientContribution: rial(patientShare),
})

const sumOf = (costs: readonly Cost[]): Cost =>
  costs.reduce(
    (sum, it) => ({
      total: sum.total + it.total, insurerShare: sum.insurerShare + it.insurerShare, patientShare: sum.patientShare + it.patientShare,
    }),
    { total: 0, insurerShare: 0, patientShare: 0 },
  )
