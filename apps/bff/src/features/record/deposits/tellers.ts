import { Failure } from '@noskhe/shared/failure'
import { ZodError } from 'zod'
import type { Resources } from '../../../context.ts'
import type { SealMessage } from '../../../national/port.ts'
import type { DepositAnswer } from '../../../national/sepas/port.ts'
import type { Message, Tellers, Told } from '../../../outbox/index.ts'
import { claimSupplementary, sellOwnPacks } from '../../dispensing/index.ts'
import { messageSealOf } from '../../seals/index.ts'
import { billDeposit, dispensingDeposit } from './deposit-delivery.ts'
import { prescriptionDeposit } from './deposit-prescription.ts'
import { referralDeposit } from './deposit-referral.ts'

/**
 * How the outbox tells the health record of prescriptions, referrals, deliveries and bills (8-5), supplementary
 * companies of their shares (A67), and TTAC of packs that are in our own custody (A43).
 */
export function tellersOf(resources: Pick<Resources, 'config' | 'db' | 'national' | 'now'>): Tellers {
  const { sepas } = resources.national
  const teller = <T>(make: (needed: typeof resources, message: Message) => Promise<T | null>, tell: (deposit: T, seal: SealMessage) => Promise<DepositAnswer>) =>
    async (message: Message): Promise<Told> => {
      const deposit = await made(() => make(resources, message))
      if (deposit === null) return { outcome: 'impossible', reason: 'impossible' }
      // A centre without a certificate says nothing in its name: the message waits for it (9-1-1).
      const seal = await messageSealOf(resources, message.centreId)
      return seal === null ? { outcome: 'not-yet', reason: 'unsealed' } : told(await tell(deposit, seal))
    }
  return {
    'sepas.prescription': teller(prescriptionDeposit, (it, seal) => sepas.depositPrescription(it, seal)),
    'sepas.referral': teller(referralDeposit, (it, seal) => sepas.depositReferral(it, seal)),
    'sepas.dispensing': teller(dispensingDeposit, (it, seal) => sepas.depositDispensing(it, seal)),
    'sepas.bill': teller(billDeposit, (it, seal) => sepas.depositBill(it, seal)),
    'supplementary.claim': (message) => claimSupplementary(resources, message),
    'ttac.sale': (message) => sellOwnPacks(resources, message),
  }
}

/** Rows that are not there or not understood will not be tomorrow either: that is a message to park, not to try again. */
async function made<T>(make: () => Promise<T | null>): Promise<T | null> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof Failure || error instanceof ZodError || error instanceof SyntaxError) return null
    throw error
  }
}

function told(answer: DepositAnswer): Told {
  switch (answer.outcome) {
    case 'kept':
      return { outcome: 'kept', receipt: { compositionUid: answer.compositionUid, patientUid: answer.patientUid } }
    case 'seal-refused':
      return { outcome: 'not-yet', reason: 'seal-refused' }
    case 'refused':
      return { outcome: 'refused', reason: `${answer.code}: ${answer.message}` }
  }
}
