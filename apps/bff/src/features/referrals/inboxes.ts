import { Failure } from '@noskhe/shared/failure'
import { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import { type ConnectedPayer, connectPayer } from '../payers/index.ts'

/** The insurers with which she has an account here, by how referrals reach her there. */
export async function desksOf(context: Context): Promise<{ withInbox: { insurer: InsurerCode; connected: ConnectedPayer }[]; byCodeOnly: InsurerCode[] }> {
  const accounts = await Promise.all(InsurerCode.options.map(async (insurer) => ({ insurer, connected: await accountAt(context, insurer) })))
  return {
    withInbox: accounts.flatMap(({ insurer, connected }) => (connected?.payer.withoutLines ? [{ insurer, connected }] : [])),
    byCodeOnly: accounts.flatMap(({ insurer, connected }) => (connected && !connected.payer.withoutLines && connected.payer.referral ? [insurer] : [])),
  }
}

async function accountAt(context: Context, insurer: InsurerCode): Promise<ConnectedPayer | null> {
  try {
    return await connectPayer(context, insurer)
  } catch (error) {
    if (error instanceof Failure && (error.code === 'payer.account-missing' || error.code === 'payer.not-connected')) return null
    throw error
  }
}
