import { SmsReply } from '@noskhe/national-wire/sms'
import type { Gateway } from '../gateway/gateway.ts'
import type { Sms } from './port.ts'

const service = 'sms'

export const smsThrough = (gateway: Gateway): Sms => ({
  async send(message) {
    // The key makes a repeat harmless, so it may be tried again like a read.
    const reply = await gateway.post('sms/messages', { service, isRead: true, reply: SmsReply, body: message })
    return reply.isSuccess && reply.data !== null
      ? { outcome: 'accepted', messageId: reply.data.messageId }
      : { outcome: 'refused', reason: reply.message.join(' ') }
  },
})
