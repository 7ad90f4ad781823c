import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { downloadCodes as contract } from '@noskhe/shared/terminology/contract'
import type { Resources } from '../../context.ts'
import { newestRelease, pageInForce, PAGE } from './store.ts'

/** A page of a list as our tables have it; a release that came between two pages is seen by its name. @throws Failure `terminology.not-loaded` */
export async function downloadCodes({ db }: Pick<Resources, 'db'>, { kind, after }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const newest = await newestRelease(db)
  if (newest === null) throw new Failure('terminology.not-loaded')
  const codes = await pageInForce(db, kind, after)
  return { release: newest.release, codes, next: codes.length < PAGE ? null : (codes.at(-1)?.shown.code ?? null) }
}
