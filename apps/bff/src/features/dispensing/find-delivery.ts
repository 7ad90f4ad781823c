import type { findDelivery as contract } from '@noskhe/shared/dispensing/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import type { Context } from '../../context.ts'
import { find } from './store.ts'

/** One delivery of this centre. */
export const findDelivery = ({ db, actor }: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  find(db, actor.at.centreId, id)
