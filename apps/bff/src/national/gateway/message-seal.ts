import { createHash } from 'node:crypto'
import { canonicalText, sealHeader, sealedName } from '@noskhe/national-wire/message-seal'
import type { SealMessage } from './port.ts'

/** The header by which a centre answers for a message (9-1-1); none where nobody seals it. */
export async function sealOf(path: string, body: unknown, seal: SealMessage | undefined): Promise<Record<string, string>> {
  if (seal === undefined) return {}
  const digest = createHash('sha256').update(canonicalText(body)).digest('base64url')
  const { protected: header, signature } = await seal({ name: sealedName(path), digest })
  return { [sealHeader]: `${header}..${signature}` }
}
