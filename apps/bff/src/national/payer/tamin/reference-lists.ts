import { serviceType } from '@noskhe/national-wire/tamin/codes'
import { DrugAmountReply, DrugInstructionReply, ServiceTypeReply, ServicesReply, SpecialtyReply } from '@noskhe/national-wire/tamin/lists'
import type { DrugAmount, DrugInstruction, FormularyRow } from '@noskhe/national-wire/tamin/lists'
import { FeedbackQuestionReply } from '@noskhe/national-wire/tamin/referral'
import type * as z from 'zod'
import { openKeeper } from '../keeper.ts'
import type { Party, Refused } from '../port.ts'
import type { Answer, Sessions } from './sessions.ts'
import type { Sent } from './transport.ts'

/** Lists change by decree, not by the hour. */
const KEPT_MS = 6 * 3_600_000

export interface DrugLists {
  /** Tamin's rows by national generic code. */
  formulary: ReadonlyMap<string, FormularyRow>
  amounts: DrugAmount[]
  instructions: DrugInstruction[]
}

export interface ReferenceLists {
  drugs(party: Party): Promise<Answer<DrugLists>>
  /** Whatever is no drug, by the Ministry's code. Fetched when the first service is ordered. */
  services(party: Party): Promise<Answer<ReadonlyMap<string, FormularyRow>>>
  specialties(party: Party): Promise<Answer<{ specId: string; specDesc: string }[]>>
  feedbackQuestions(party: Party): Promise<Answer<z.infer<typeof FeedbackQuestionReply>['data']['list']>>
}

/** The lists are everybody's: fetched with whoever's token comes first. */
export function openReferenceLists(sessions: Sessions, now: () => Date): ReferenceLists {
  return {
    drugs: kept(now, (party) => fetchDrugLists(sessions, party)),
    services: kept(now, (party) => fetchServices(sessions, party)),
    specialties: kept(now, (party) => sessions.list(party, { path: ['api', 'specials', 'getAll'] }, SpecialtyReply)),
    feedbackQuestions: kept(now, (party) => sessions.list(party, { path: ['referral', 'feedback-questions'] }, FeedbackQuestionReply)),
  }
}

function kept<T>(now: () => Date, fetch: (party: Party) => Promise<Answer<T>>): (party: Party) => Promise<Answer<T>> {
  const keeper = openKeeper<Answer<T>>(now)
  return (party) =>
    keeper.get('', async () => {
      const value = await fetch(party)
      return { value, forMs: value.outcome === 'answered' ? KEPT_MS : null }
    })
}

async function fetchDrugLists(sessions: Sessions, party: Party): Promise<Answer<DrugLists>> {
  const drugs = await sessions.list(party, servicesOf(serviceType.drug), ServicesReply)
  if (drugs.outcome === 'refused') return drugs
  const amounts = await sessions.list(party, { path: ['ws-drug-amount'] }, DrugAmountReply)
  if (amounts.outcome === 'refused') return amounts
  const instructions = await sessions.list(party, { path: ['ws-drug-instruction'] }, DrugInstructionReply)
  if (instructions.outcome === 'refused') return instructions
  const formulary = new Map(drugs.info.map((it) => [it.gSrvCode, it]))
  return { outcome: 'answered', info: { formulary, amounts: amounts.info, instructions: instructions.info } }
}

/** A code of ours does not say of which type it is at Tamin, so all types are fetched, at once. A visit is no line. */
async function fetchServices(sessions: Sessions, party: Party): Promise<Answer<ReadonlyMap<string, FormularyRow>>> {
  const types = await sessions.list(party, { path: ['ws-service-type'] }, ServiceTypeReply)
  if (types.outcome === 'refused') return types
  const wanted = types.info.map((it) => it.srvType).filter((it) => it !== serviceType.drug && it !== serviceType.visit)
  const lists = await Promise.all(wanted.map((it) => sessions.list(party, servicesOf(it), ServicesReply)))
  const refused = lists.find((it): it is Refused => it.outcome === 'refused')
  if (refused !== undefined) return refused
  const rows = lists.flatMap((it) => (it.outcome === 'answered' ? it.info : []))
  return { outcome: 'answered', info: new Map(rows.map((it) => [it.gSrvCode, it])) }
}

const servicesOf = (type: string): Omit<Sent, 'isRead'> => ({ path: ['ws-services'], query: { serviceType: type } })
