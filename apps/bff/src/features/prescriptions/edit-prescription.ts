import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { editPrescription as contract } from '@noskhe/shared/prescriptions/contract'
import { editPolicyOf } from '@noskhe/shared/prescriptions/amending'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { assertUntouched, findReopenable, reopen } from './amending/reopen.ts'
import { countRegistered } from './store.ts'
import { ownKey } from './stored.ts'

/**
 * Reopens a registered prescription, so that its next version can be written (9-1-6, A55). Nothing is locked at the payer: it
 * stays valid, and whoever comes first – this change or a dispenser – wins when the change is registered.
 */
export async function editPrescription(context: Context, { id, version }: Input<typeof contract>): Promise<Prescription> {
  const it = await findReopenable(context, id, version)
  if (it.act) throw new Failure('act.not-editable')
  const { times } = editPolicyOf(it.prescription.insurer, context.now())
  if (times !== null && (await countRegistered(context.db, ownKey(it))) > times) throw new Failure('prescription.edits-used-up')
  await assertUntouched(context, it)
  return reopen(context, it, null)
}
