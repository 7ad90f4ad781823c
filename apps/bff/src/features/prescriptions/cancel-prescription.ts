import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { cancelPrescription as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { assertUntouched, findReopenable, reopen } from './amending/reopen.ts'

/** Reopens a registered prescription to take it back whole: a version without items, signed and told like any other (9-1-6). */
export async function cancelPrescription(context: Context, { id, version, cancellation }: Input<typeof contract>): Promise<Prescription> {
  const it = await findReopenable(context, id, version)
  const { payer } = await assertUntouched(context, it)
  if (!payer.withdraw) throw new Failure('prescription.not-cancellable')
  return reopen(context, it, cancellation)
}
