import { OutcomeReply, SignatureRequestReply } from '@noskhe/national-wire/mobile-signature'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOrNull } from '../gateway/reading.ts'
import type { MobileSignature } from './port.ts'

const service = 'mobile-signature'

export const mobileSignatureThrough = (gateway: Gateway): MobileSignature => ({
  async request(request) {
    const reply = await gateway.post('mobile-signature/requests', { service, reply: SignatureRequestReply, body: request })
    const made = dataOrNull(service, reply)
    return made === null ? { outcome: 'no-certificate' } : { outcome: 'requested', handle: made.requestId, expiresAt: made.expiresAt }
  },

  async outcome(handle) {
    const reply = await gateway.post('mobile-signature/requests/outcome', {
      service, isRead: true, reply: OutcomeReply, body: { requestId: handle },
    })
    return dataOrNull(service, reply) ?? { state: 'unknown' }
  },
})
