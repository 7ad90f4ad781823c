import { randomUUID } from 'node:crypto'
import { CardsReply, SERVICES_PATH } from '@noskhe/national-wire/cds-hooks'
import type { FeedbackRequest, HookRequest } from '@noskhe/national-wire/cds-hooks'
import type { Calls, CallsOptions } from '../gateway/calls.ts'
import { NationalUnreadable, heard } from '../gateway/failures.ts'
import type { ClinicalRules, RuleFeedback, RuleQuestion, ServiceOpinion } from './port.ts'
import { answerPrefetch } from './prefetch.ts'
import { cardOf } from './reading.ts'
import { draftOrdersOf, patientIdOf, referenceOf } from './resources.ts'
import { type Offer, openDirectory } from './services.ts'
import { openTransport } from './transport.ts'

export interface ClinicalRulesOptions extends CallsOptions {
  /** Base addresses, below each of which `/cds-services` stands. One more service is one more address. */
  baseUrls: readonly string[]
}

const hookOf = { composing: 'order-select', signing: 'order-sign' } as const

/** Speaks CDS Hooks 2.0 to each service. What a service would have done by itself (`systemActions`) is left undone. */
export function cdsHooksRules({ baseUrls, now = () => new Date(), ...options }: ClinicalRulesOptions): ClinicalRules & Pick<Calls, 'status' | 'take'> {
  const transport = openTransport({ ...options, now })
  const directory = openDirectory(transport, now)

  async function opinionsOf(baseUrl: string, question: RuleQuestion): Promise<ServiceOpinion[]> {
    const offers = await directory.offersOn(baseUrl, hookOf[question.moment])
    if (offers === 'silence') return [{ service: baseUrl, title: new URL(baseUrl).host, state: 'silent' }]
    return Promise.all(offers.map((offer) => opinionOf(offer, question)))
  }

  async function opinionOf(offer: Offer, question: RuleQuestion): Promise<ServiceOpinion> {
    const { baseUrl, id, title = id } = offer
    const said = { service: pathOf(id, baseUrl), title }
    const reply = await heard(() => transport.ask({ baseUrl, path: `${SERVICES_PATH}/${id}`, body: requestOf(offer, question), reply: CardsReply }))
    if (reply === 'silence') return { ...said, state: 'silent' }
    return { ...said, state: 'answered', cards: reply.cards.map((card) => cardOf(card, question.items)) }
  }

  return {
    ask: async (question) => (await Promise.all(baseUrls.map((baseUrl) => opinionsOf(baseUrl, question)))).flat(),

    async tell(service, feedback) {
      try {
        const { origin, pathname } = new URL(service)
        const status = await transport.tell({ baseUrl: origin, path: `${pathname.slice(1)}/feedback`, body: feedbackOf(feedback) })
        return status < 400 ? 'told' : 'refused'
      } catch (error) {
        // The specification gives feedback no answer to read, so an empty one is as good as any.
        if (error instanceof NationalUnreadable && error.sent === 'maybe') return 'told'
        if (error instanceof NationalUnreadable) return 'refused'
        throw error
      }
    },

    status: () => transport.status(),
    take: () => transport.take(),
  }
}

/** The address of a service, by which we know it again. */
const pathOf = (id: string, baseUrl: string): string => `${baseUrl.replace(/\/$/, '')}/${SERVICES_PATH}/${id}`

/** The request as the service wants it: the hook's context, and of the data what it asked for and no more. */
export function requestOf({ hook, prefetch = {} }: Pick<Offer, 'hook' | 'prefetch'>, question: RuleQuestion): HookRequest {
  const context = {
    userId: `Practitioner/${question.prescriberId}`,
    patientId: patientIdOf(question),
    encounterId: question.encounterId,
    draftOrders: draftOrdersOf(question),
    ...(hook === hookOf.composing && { selections: question.selected.map(referenceOf) }),
  }
  const prefetched = answerPrefetch(prefetch, question, context)
  return { hook, hookInstance: randomUUID(), context, ...(Object.keys(prefetched).length > 0 && { prefetch: prefetched }) }
}

const feedbackOf = ({ card, at, outcome }: RuleFeedback): FeedbackRequest => ({
  feedback: [
    outcome.kind === 'accepted'
      ? { card, outcome: 'accepted', acceptedSuggestions: [{ id: outcome.suggestion }], outcomeTimestamp: at }
      : {
          card,
          outcome: 'overridden',
          overrideReason: {
            reason: { code: outcome.reason.code, ...(outcome.reason.system !== null && { system: outcome.reason.system }) },
            ...(outcome.note !== '' && { userComment: outcome.note }),
          },
          outcomeTimestamp: at,
        },
  ],
})
