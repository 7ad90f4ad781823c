import type { Input } from '@noskhe/shared/endpoint'
import type { findPrescription as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { find, keyOf } from './store.ts'

/** One of her own prescriptions at this centre. */
export const findPrescription = async ({ db, actor }: Context, { id }: Input<typeof contract>): Promise<Prescription> =>
  (await find(db, keyOf(actor, id))).prescription
