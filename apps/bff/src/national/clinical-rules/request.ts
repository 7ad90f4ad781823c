import { randomUUID } from 'node:crypto'
import type { HookRequest } from '@noskhe/national-wire/cds-hooks'
import type { RuleQuestion } from './port.ts'
import { answerPrefetch } from './prefetch.ts'
import { draftOrdersOf, medicationRequest, patientIdOf, referenceOf } from './resources.ts'
import type { Offer } from './services.ts'

/** The first two are of the specification's library at 1.0; the third is in it at 0.1.0, and the only one for a pharmacist. */
export const hookOf = { composing: 'order-select', signing: 'order-sign', dispensing: 'medication-verify' } as const

type Wanted = Pick<Offer, 'hook' | 'prefetch'>

/** The request as the service wants it: the hook's context, and of the data what it asked for and no more. */
export const requestOf = (offer: Wanted, question: RuleQuestion): HookRequest =>
  requestWith(offer, question, {
    draftOrders: draftOrdersOf(question),
    ...(offer.hook === hookOf.composing && {
      selections: question.items.filter(({ key }) => question.selected.includes(key)).map(referenceOf),
    }),
  })

/** medication-verify is about one signed order: a request for each drug, with all others as what she takes beside it. */
export function requestsOfEach(offer: Wanted, question: RuleQuestion): HookRequest[] {
  const drugs = question.items.filter((it) => it.kind === 'drug')
  return drugs.map((drug) => {
    const others = drugs.filter(({ key }) => key !== drug.key)
    const alone = { ...question, alongside: [...others, ...(question.alongside ?? [])] }
    return requestWith(offer, alone, { medication: medicationRequest(drug, question, 'active') })
  })
}

function requestWith({ hook, prefetch = {} }: Wanted, question: RuleQuestion, orders: Record<string, unknown>): HookRequest {
  const context = {
    userId: `Practitioner/${question.practitionerId}`,
    patientId: patientIdOf(question),
    encounterId: question.encounterId,
    ...orders,
  }
  const prefetched = answerPrefetch(prefetch, question, context)
  return { hook, hookInstance: randomUUID(), context, ...(Object.keys(prefetched).length > 0 && { prefetch: prefetched }) }
}
