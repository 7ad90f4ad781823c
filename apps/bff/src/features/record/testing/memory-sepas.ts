import type { BillDeposit, DepositAnswer, DispensingDeposit, HistoryAnswer, HistoryRequest, PrescriptionDeposit, ReferralDeposit, Sepas } from '../../../national/sepas/port.ts'

/** A health record that remembers what it was told and asked; its answers may be changed. */
export class MemorySepas {
  readonly prescriptions: PrescriptionDeposit[] = []
  readonly referrals: ReferralDeposit[] = []
  readonly dispensings: DispensingDeposit[] = []
  readonly bills: BillDeposit[] = []
  readonly asked: HistoryRequest[] = []
  /** What it answers to a deposit, or throws; kept under a name made of the message's where nothing is set. */
  answers: DepositAnswer | Error | null = null
  history: HistoryAnswer | Error = { outcome: 'found', entries: [] }
  /** Done while the history is being asked for. */
  whileAsked: () => Promise<void> = async () => {}

  readonly port: Sepas = {
    depositPrescription: async (it) => this.#keep(this.prescriptions, it),
    depositReferral: async (it) => this.#keep(this.referrals, it),
    depositDispensing: async (it) => this.#keep(this.dispensings, it),
    depositBill: async (it) => this.#keep(this.bills, it),
    history: async (request) => {
      this.asked.push(request)
      await this.whileAsked()
      return orThrow(this.history)
    },
  }

  #keep<T extends { messageUid: string }>(kept: T[], it: T): DepositAnswer {
    const name: DepositAnswer = { outcome: 'kept', compositionUid: `composition of ${it.messageUid}`, patientUid: 'patient' }
    const answer = orThrow(this.answers ?? name)
    kept.push(it)
    return answer
  }
}

function orThrow<T>(answer: T | Error): T {
  if (answer instanceof Error) throw answer
  return answer
}
