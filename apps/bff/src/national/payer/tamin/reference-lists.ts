import { DrugAmountReply, DrugInstructionReply, ServicesReply, drugServiceType } from '@noskhe/national-wire/tamin'
import type { DrugAmount, DrugInstruction, FormularyRow } from '@noskhe/national-wire/tamin'
import { openKeeper } from '../keeper.ts'
import type { Party } from '../port.ts'
import type { Answer, Sessions } from './sessions.ts'

/** Lists change by decree, not by the hour. */
const KEPT_MS = 6 * 3_600_000

export interface ReferenceLists {
  /** Tamin's rows by national generic code. */
  formulary: ReadonlyMap<string, FormularyRow>
  /** The same by Tamin's own code. */
  byOwnCode: ReadonlyMap<string, FormularyRow>
  amounts: DrugAmount[]
  instructions: DrugInstruction[]
}

/** The lists are everybody's: fetched with whoever's token comes first. */
export function openReferenceLists(sessions: Sessions, now: () => Date): { get(party: Party): Promise<Answer<ReferenceLists>> } {
  const kept = openKeeper<Answer<ReferenceLists>>(now)
  return {
    get: (party) =>
      kept.get('', async () => {
        const value = await fetchLists(sessions, party)
        return { value, forMs: value.outcome === 'answered' ? KEPT_MS : null }
      }),
  }
}

async function fetchLists(sessions: Sessions, party: Party): Promise<Answer<ReferenceLists>> {
  const services = await sessions.list(party, { path: ['ws-services'], query: { serviceType: drugServiceType } }, ServicesReply)
  if (services.outcome === 'refused') return services
  const amounts = await sessions.list(party, { path: ['ws-drug-amount'] }, DrugAmountReply)
  if (amounts.outcome === 'refused') return amounts
  const instructions = await sessions.list(party, { path: ['ws-drug-instruction'] }, DrugInstructionReply)
  if (instructions.outcome === 'refused') return instructions
  return {
    outcome: 'answered',
    info: {
      formulary: new Map(services.info.map((it) => [it.gSrvCode, it])),
      byOwnCode: new Map(services.info.map((it) => [it.wsSrvCode, it])),
      amounts: amounts.info,
      instructions: instructions.info,
    },
  }
}
