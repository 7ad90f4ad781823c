import { DepositResultVo, HistoryReply } from '@noskhe/national-wire/sepas-record'
import type { HistoryEntry } from '@noskhe/national-wire/sepas-record'
import { NationalUnreadable } from '../gateway/failures.ts'
import type { Gateway } from '../gateway/gateway.ts'
import type { SealMessage } from '../gateway/port.ts'
import { dataOf, insurerOf } from '../gateway/reading.ts'
import { billMessage, dispensingMessage, historyRequest, prescriptionMessage, referralMessage } from './messages.ts'
import type { DepositAnswer, RecordEntry, Sepas } from './port.ts'

const service = 'sepas'
const NOT_ALLOWED = 403

/** The health record behind the Ministry's gateway. */
export function sepasThrough(gateway: Gateway): Sepas {
  const save = async (call: string, body: unknown, seal: SealMessage) =>
    answerOf(await gateway.post(`sepas/${call}`, { service, reply: DepositResultVo, body, seal }))
  return {
    depositPrescription: (it, seal) => save('SaveMedicationPrescription', prescriptionMessage(it), seal),
    depositReferral: (it, seal) => save('SaveReferralCase', referralMessage(it), seal),
    depositDispensing: (it, seal) => save('SaveDispensedPrescription', dispensingMessage(it), seal),
    depositBill: (it, seal) => save('SavePatientBill', billMessage(it), seal),
    async history(request) {
      const reply = await gateway.post('sepas/GetPatientHistory', { service, isRead: true, reply: HistoryReply, body: historyRequest(request) })
      if (!reply.isSuccess && reply.statusCode === NOT_ALLOWED) return { outcome: 'refused', message: reply.message.join(' ') }
      return { outcome: 'found', entries: dataOf(service, reply).map(entryOf) }
    },
  }
}

/** A repeat is answered with what the first one made, and that is the answer to both. */
function answerOf({ ErrorCode, ErrorMessage, CompositionUID, patientUID }: DepositResultVo): DepositAnswer {
  if (ErrorCode === 'seal-missing' || ErrorCode === 'seal-invalid') return { outcome: 'seal-refused', message: ErrorMessage ?? '' }
  if (ErrorCode !== null && ErrorCode !== 'duplicate') return { outcome: 'refused', code: ErrorCode, message: ErrorMessage ?? '' }
  if (CompositionUID === null || patientUID === null) {
    throw new NationalUnreadable(service, { cause: new Error('A deposit was kept and not named'), sent: 'maybe' })
  }
  return { outcome: 'kept', compositionUid: CompositionUID, patientUid: patientUID }
}

const kinds = { MedicationPrescription: 'prescription', DispensedPrescription: 'dispensing', ReferralCase: 'referral' } as const

const entryOf = (it: HistoryEntry): RecordEntry => ({
  id: it.CompositionUID,
  kind: kinds[it.Kind],
  at: it.IssuedAt,
  insurer: insurerOf(it.Insurer.Coded_string),
  insurerTitle: it.Insurer.Value,
  trackingCode: it.TrackingCode,
  centreName: it.HealthCareFacility.Name,
  providerName: it.Committer.FullName,
  specialty: it.Committer.Specialty,
  diagnosis: it.Diagnosis && { code: it.Diagnosis.Coded_string, title: it.Diagnosis.Value },
  isCancelled: it.IsCancelled,
  referral: it.Referral && {
    title: it.Referral.ReferredType.Value, specialty: it.Referral.Specialty?.Value ?? '', reason: it.Referral.Description, isUrgent: it.Referral.IsUrgent,
  },
  items: it.Rows.map((row) => ({
    code: row.ProductCode.Coded_string, name: row.ProductName, quantity: row.TotalNumber.Magnitude, directions: row.PatientInstruction,
  })),
})
