import { CardsReply, SERVICES_PATH } from '@noskhe/national-wire/cds-hooks'
import type { FeedbackRequest, HookRequest } from '@noskhe/national-wire/cds-hooks'
import type { ClientKey } from '../../client-key.ts'
import type { Calls, CallsOptions } from '../gateway/calls.ts'
import { NationalUnreadable, heard } from '../gateway/failures.ts'
import { openClientTokens } from './client-token.ts'
import type { ClinicalRules, RuleFeedback, RuleQuestion, ServiceOpinion } from './port.ts'
import { cardOf } from './reading.ts'
import { hookOf, requestOf, requestsOfEach } from './request.ts'
import { type Offer, openDirectory } from './services.ts'
import { openTransport } from './transport.ts'

export interface ClinicalRulesOptions extends CallsOptions {
  /** Base addresses, below each of which `/cds-services` stands. One more service is one more address. */
  baseUrls: readonly string[]
  /** By which the services know that it is us; where there is none, nothing is said about it. */
  client?: ClientKey | undefined
}

/** Speaks CDS Hooks 2.0 to each service. What a service would have done by itself (`systemActions`) is left undone. */
export function cdsHooksRules({ baseUrls, client, now = () => new Date(), ...options }: ClinicalRulesOptions): ClinicalRules & Pick<Calls, 'status' | 'take'> {
  const transport = openTransport({ ...options, now, ...(client && { tokens: openClientTokens(client, now) }) })
  const directory = openDirectory(transport, now)

  async function opinionsOf(baseUrl: string, question: RuleQuestion): Promise<ServiceOpinion[]> {
    const offers = await directory.offersOn(baseUrl, hookOf[question.moment])
    if (offers === 'silence') return [{ service: baseUrl, title: new URL(baseUrl).host, state: 'silent' }]
    if (question.moment === 'dispensing') return (await Promise.all(offers.map((offer) => opinionsOfEach(offer, question)))).flat()
    return Promise.all(offers.map((offer) => opinionFrom(offer, requestOf(offer, question), question)))
  }

  async function opinionFrom(offer: Offer, body: HookRequest, question: RuleQuestion): Promise<ServiceOpinion> {
    const { baseUrl, id, title = id } = offer
    const said = { service: serviceOf(offer), title }
    const reply = await heard(() => transport.ask({ baseUrl, path: `${SERVICES_PATH}/${id}`, body, reply: CardsReply }))
    if (reply === 'silence') return { ...said, state: 'silent' }
    return { ...said, state: 'answered', cards: reply.cards.map((card) => cardOf(card, question.items)) }
  }

  /** That hook is about one order at a time. What was said of one drug stands, though the service was silent about another. */
  async function opinionsOfEach(offer: Offer, question: RuleQuestion): Promise<ServiceOpinion[]> {
    const opinions = await Promise.all(requestsOfEach(offer, question).map((request) => opinionFrom(offer, request, question)))
    const answered = opinions.filter((it) => it.state === 'answered')
    const silent = opinions.find(({ state }) => state === 'silent')
    const said = { service: serviceOf(offer), title: offer.title ?? offer.id }
    const cards = answered.flatMap((it) => it.cards)
    return [...(answered.length > 0 ? [{ ...said, state: 'answered' as const, cards }] : []), ...(silent ? [silent] : [])]
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
const serviceOf = ({ id, baseUrl }: Offer): string => `${baseUrl.replace(/\/$/, '')}/${SERVICES_PATH}/${id}`

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
