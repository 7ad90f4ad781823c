import type { Context } from '../../context.ts'
import { isSilence } from '../../national/port.ts'
import { assertCentreActive } from './assert-centre-active.ts'

/**
 * Where a patient is waiting: a centre that SIAM says may not work is refused, a silent SIAM keeps nobody waiting. The payer
 * looks at the centre itself, and people of a closed one are taken out of it as soon as SIAM answers.
 * @throws Failure `centre.inactive`
 */
export async function refuseInactiveCentre(context: Pick<Context, 'actor' | 'db' | 'national' | 'now'>): Promise<void> {
  try {
    await assertCentreActive(context)
  } catch (error) {
    if (!isSilence(error)) throw error
  }
}
