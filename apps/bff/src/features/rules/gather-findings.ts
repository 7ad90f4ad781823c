import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { gatherFindings as contract } from '@noskhe/shared/rules/contract'
import type { Findings } from '@noskhe/shared/rules/finding'
import type { Context } from '../../context.ts'
import { findDraft, gather } from './gather.ts'

/** What the clinical rules say of the draft (8-7, while composing). Asked after a save, never for a keystroke. */
export async function gatherFindings(context: Context, { id, revision }: Input<typeof contract>): Promise<Findings> {
  const draft = await findDraft(context, id)
  if (draft.revision !== revision) throw new Failure('prescription.changed-elsewhere')
  return gather(context, draft, 'composing')
}
