import { SmsReply } from '@noskhe/national-wire/sms'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOf } from '../gateway/reading.ts'
import type { Sms } from './port.ts'

const service = 'sms'
/** The operator's final word about a number or a text; any other refusal is about us and may pass. */
const notDeliverable: readonly number[] = [400, 422]

export const smsThrough = (gateway: Gateway): Sms => ({
  async send(message) {
    // The key makes a repeat harmless, so it may be tried again like a read.
    const reply = await gateway.post('sms/messages', { service, isRead: true, reply: SmsReply, body: message })
    if (!reply.isSuccess && notDeliverable.includes(reply.statusCode)) return { outcome: 'refused', reason: reply.message.join(' ') }
    return { outcome: 'accepted', messageId: dataOf(service, reply).messageId }
  },
})
