import { CentreReply, PersonReply, PostsReply } from '@noskhe/national-wire/siam'
import type { SiamCentre } from '@noskhe/national-wire/siam'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOf, dataOrNull, insurerOf, isoDay } from '../gateway/reading.ts'
import type { InsurerCode } from '../payer/port.ts'
import type { Siam } from './port.ts'

const service = 'siam'

export const siamThrough = (gateway: Gateway): Siam => ({
  async centre(siamId) {
    const reply = await gateway.get(`siam/centres/${encodeURIComponent(siamId)}`, { service, reply: CentreReply })
    const found = dataOrNull(service, reply)
    if (found === null) return null
    const { partnerIds, ...centre } = withIsoLicence(found)
    return { ...centre, partnerIds: partnerIdsOf(partnerIds) }
  },

  async postsOf(nationalCode) {
    const reply = await gateway.post('siam/posts', { service, isRead: true, reply: PostsReply, body: { nationalCode } })
    return dataOf(service, reply).map((post) => ({ ...post, centre: withIsoLicence(post.centre) }))
  },

  async person(nationalCode) {
    const reply = await gateway.post('siam/people', { service, isRead: true, reply: PersonReply, body: { nationalCode } })
    return dataOrNull(service, reply)
  },
})

function withIsoLicence<C extends Pick<SiamCentre, 'licence'>>(centre: C) {
  const { state, reason, validUntil } = centre.licence
  return { ...centre, licence: { state, reason, validUntil: isoDay(service, validUntil) } }
}

function partnerIdsOf(listed: SiamCentre['partnerIds']): Partial<Record<InsurerCode, string>> {
  const known = listed.flatMap(({ insurer, partnerId }) => {
    const ours = insurerOf(insurer)
    return ours === null ? [] : [[ours, partnerId] as const]
  })
  return Object.fromEntries(known)
}
