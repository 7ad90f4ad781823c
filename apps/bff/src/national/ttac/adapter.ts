import { PackReply } from '@noskhe/national-wire/ttac'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOf } from '../gateway/reading.ts'
import type { PackAnswer, Ttac } from './port.ts'

const service = 'ttac'

export const ttacThrough = (gateway: Gateway): Ttac => {
  async function verify(label: { uid: string } | { authCode: string }): Promise<PackAnswer> {
    const reply = await gateway.post('ttac/packs/verify', { service, isRead: true, reply: PackReply, body: label })
    return dataOf(service, reply)
  }
  return {
    // What cannot be a label was never registered; TTAC would refuse it as a malformed request.
    verifyPack: async (uid) => (/^\d{20}$/.test(uid) ? verify({ uid }) : { state: 'unknown' }),
    verifyAuthCode: async (authCode) => (/^\d{16}$/.test(authCode) ? verify({ authCode }) : { state: 'unknown' }),
  }
}
