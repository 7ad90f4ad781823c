import { PackHoldReply, PackReply, PackReturnReply, PackSaleReply } from '@noskhe/national-wire/ttac'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOf } from '../gateway/reading.ts'
import type { NotTaken, PackAnswer, Ttac } from './port.ts'

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

    async hold(body) {
      const { state } = dataOf(service, await gateway.post('ttac/packs/hold', { service, reply: PackHoldReply, body }))
      return state === 'held' ? { outcome: 'held' } : notTaken(state)
    },
    async sell(body) {
      const { state } = dataOf(service, await gateway.post('ttac/packs/sale', { service, reply: PackSaleReply, body }))
      return state === 'sold-to-patient' ? { outcome: 'sold' } : notTaken(state)
    },
    async giveBack(body) {
      dataOf(service, await gateway.post('ttac/packs/return', { service, reply: PackReturnReply, body }))
    },
  }
}

const notTaken = (why: NotTaken['why']): NotTaken => ({ outcome: 'not-taken', why })
