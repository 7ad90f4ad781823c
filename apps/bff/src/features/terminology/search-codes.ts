import type { Input, Output } from '@noskhe/shared/endpoint'
import type { searchCodes as contract } from '@noskhe/shared/terminology/contract'
import type { Resources } from '../../context.ts'
import { terminologyOf } from './loaded.ts'

/** Searches our copy of one list, in memory: no keystroke waits for a database or a national service. */
export async function searchCodes({ db }: Pick<Resources, 'db'>, { query, kind, limit }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { release, indexes } = terminologyOf(db)
  const hits = indexes.get(kind)?.search(query, { kind, limit }) ?? []
  return { release, hits: hits.map(({ entry }) => entry.shown) }
}
