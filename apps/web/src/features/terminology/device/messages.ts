import type { Output } from '@noskhe/shared/endpoint'
import type { CodeKind } from '@noskhe/shared/terminology/code'
import type { searchCodes } from '@noskhe/shared/terminology/contract'

/** What the page asks of its worker; `id` names the answer. */
export type Asked = { id: number } & ({ do: 'keep'; release: string } | { do: 'search'; query: string; kinds: readonly CodeKind[]; limit: number })

/** Null: nothing is kept, or it could not be read. */
export interface Answered {
  id: number
  found: Output<typeof searchCodes> | null
}
