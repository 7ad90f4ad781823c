import { KeyReply, OutcomeReply, SignatureRequestReply } from '@noskhe/national-wire/mobile-signature'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOrNull } from '../gateway/reading.ts'
import type { MobileSignature } from './port.ts'

const service = 'mobile-signature'

export const mobileSignatureThrough = (gateway: Gateway): MobileSignature => ({
  async enrol(nationalCode) {
    const reply = await gateway.post('mobile-signature/keys', { service, isRead: true, reply: KeyReply, body: { nationalCode } })
    return dataOrNull(service, reply)
  },

  async keyOf(nationalCode) {
    const reply = await gateway.post('mobile-signature/keys/find', { service, isRead: true, reply: KeyReply, body: { nationalCode } })
    return dataOrNull(service, reply)
  },

  async request(request) {
    const reply = await gateway.post('mobile-signature/requests', { service, reply: SignatureRequestReply, body: request })
    const made = dataOrNull(service, reply)
    return made === null ? { outcome: 'not-enrolled' } : { outcome: 'requested', handle: made.requestId, expiresAt: made.expiresAt }
  },

  async outcome(handle) {
    const reply = await gateway.post('mobile-signature/requests/outcome', {
      service, isRead: true, reply: OutcomeReply, body: { requestId: handle },
    })
    return dataOrNull(service, reply) ?? { state: 'unknown' }
  },
})
