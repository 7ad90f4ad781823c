import type { Resources } from '../../context.ts'
import type { SealMessage } from '../../national/port.ts'
import { seal } from './ready-seal.ts'
import { findSeal, wantSeal } from './store.ts'

/**
 * The centre's seal for messages that leave (9-1-1), or null while it has no certificate in force. Whether that was revoked is
 * asked by who receives the message; nobody waits for the authority to send one.
 */
export async function messageSealOf(
  { config, db, national, now }: Pick<Resources, 'config' | 'db' | 'national' | 'now'>,
  centreId: string,
): Promise<SealMessage | null> {
  const found = await findSeal(db, centreId, now())
  if (found !== null) return async ({ name, digest }) => (await seal({ config, national }, { seal: found }, { digest, document: name, at: now() })).jws
  await wantSeal(db, centreId, now())
  return null
}
