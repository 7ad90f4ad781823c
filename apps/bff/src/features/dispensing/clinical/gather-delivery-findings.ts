import type { gatherDeliveryFindings as contract } from '@noskhe/shared/dispensing/contract'
import type { Input } from '@noskhe/shared/endpoint'
import type { Findings } from '@noskhe/shared/rules/finding'
import type { Context } from '../../../context.ts'
import { find } from '../store.ts'
import { findingsOf } from './ask-rules.ts'

/** What the clinical rules say of a delivery of this centre. */
export const gatherDeliveryFindings = async (context: Context, { id }: Input<typeof contract>): Promise<Findings> =>
  findingsOf(context, await find(context.db, context.actor.at.centreId, id))
