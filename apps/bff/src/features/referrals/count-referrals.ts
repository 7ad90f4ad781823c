import type { Output } from '@noskhe/shared/endpoint'
import type { countReferrals as contract } from '@noskhe/shared/referrals/contract'
import type { Context } from '../../context.ts'
import { heard } from '../../national/port.ts'
import { desksOf } from './inboxes.ts'

/** How many wait for her. A number of which a part is missing would be read as the whole, so that it is null then. */
export async function countReferrals(context: Context): Promise<Output<typeof contract>> {
  const { withInbox } = await desksOf(context)
  const answers = await Promise.all(withInbox.map(({ connected: { payer, party } }) => heard(async () => payer.withoutLines?.countReferrals({ party }))))
  const counts = answers.map((it) => (it !== 'silence' && it?.outcome === 'found' ? it.count : null))
  const known = counts.filter((it) => it !== null)
  return { count: known.length === counts.length ? known.reduce((sum, it) => sum + it, 0) : null }
}
