import type { Input, Output } from '@noskhe/shared/endpoint'
import type { searchCodes as contract } from '@noskhe/shared/terminology/contract'
import type { Resources } from '../../context.ts'
import { terminologyOf } from './loaded.ts'

/** Searches our copy of these lists, in memory: no keystroke waits for a database or a national service. */
export async function searchCodes({ db }: Pick<Resources, 'db'>, { query, kinds, limit }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { release, index } = terminologyOf(db)
  return { release, hits: index.search(query, { kinds, limit }).map(({ entry }) => entry.shown) }
}
