import { Failure } from '@noskhe/shared/failure'
import { ZodError } from 'zod'
import type { Resources } from '../../../context.ts'
import type { DepositAnswer } from '../../../national/sepas/port.ts'
import type { Message, Tellers, Told } from '../../../outbox/index.ts'
import { claimSupplementary } from '../../dispensing/index.ts'
import { billDeposit, dispensingDeposit } from './deposit-delivery.ts'
import { prescriptionDeposit } from './deposit-prescription.ts'

/** How the outbox tells the health record of prescriptions, deliveries and bills (8-5), and supplementary companies of their shares (A67). */
export function tellersOf(resources: Pick<Resources, 'db' | 'national'>): Tellers {
  const { sepas } = resources.national
  const teller = <T>(make: (needed: typeof resources, message: Message) => Promise<T | null>, tell: (deposit: T) => Promise<DepositAnswer>) =>
    async (message: Message): Promise<Told> => {
      const deposit = await made(() => make(resources, message))
      return deposit === null ? { outcome: 'impossible', reason: 'impossible' } : told(await tell(deposit))
    }
  return {
    'sepas.prescription': teller(prescriptionDeposit, (it) => sepas.depositPrescription(it)),
    'sepas.dispensing': teller(dispensingDeposit, (it) => sepas.depositDispensing(it)),
    'sepas.bill': teller(billDeposit, (it) => sepas.depositBill(it)),
    'supplementary.claim': (message) => claimSupplementary(resources, message),
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

const told = (answer: DepositAnswer): Told =>
  answer.outcome === 'kept'
    ? { outcome: 'kept', receipt: { compositionUid: answer.compositionUid, patientUid: answer.patientUid } }
    : { outcome: 'refused', reason: `${answer.code}: ${answer.message}` }
