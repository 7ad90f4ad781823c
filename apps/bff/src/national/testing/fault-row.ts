import type { Chain } from '../health-ca/port.ts'
import type { National } from '../port.ts'

export interface Given {
  /** A connection that has spoken to nobody yet. */
  national: National
  /** Generics of the market. */
  drugs: readonly string[]
  /** UIDs of packs in the market. */
  packs: readonly string[]
  /** Others, by their generic: a cell that sells one takes it out. */
  market: ReadonlyMap<string, string[]>
  /** Generics whose packs one row sells. */
  sold: Set<string>
  /** The physician's certificate. */
  chain: Chain
  /** Another number each time. */
  cell: number
}

/** One row of the matrix: something the product asks of a service or tells it. A new service needs one entry here. */
export interface FaultRow {
  /** Its key in `National`; of an insurer, `payers.` and its key there. */
  port: string
  /** What is done, in the words of the port. */
  call: string
  /** The service of the sandbox that fails; of several, all at once … */
  service: string | readonly string[]
  /** … on which part of the path; on every path where it is left out. */
  path?: string
  /** After a write the outcome says whether the service may have acted. */
  isWrite: boolean
  /** Does what must have gone before, and gives the call. */
  prepare(given: Given): Promise<() => Promise<unknown>>
}
