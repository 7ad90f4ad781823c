import { LocateReply } from '@noskhe/national-wire/locate'
import { toIdentity } from '../eligibility/identity.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOf, insurerOf } from '../gateway/reading.ts'
import type { Locate, LocatedPrescription } from './port.ts'

const service = 'locate'

export const locateThrough = (gateway: Gateway): Locate => {
  async function find(by: { hid: string } | { trackingCode: string }): Promise<LocatedPrescription[]> {
    const reply = await gateway.post('locate/prescriptions', { service, isRead: true, reply: LocateReply, body: by })
    // A prescription kept by an insurer that the product has no name for cannot be dispensed here.
    return dataOf(service, reply).flatMap(({ insurer, person, ...rest }) => {
      const ours = insurerOf(insurer)
      return ours === null ? [] : [{ ...rest, insurer: ours, identity: toIdentity(service, person) }]
    })
  }
  return { byHid: (hid) => find({ hid }), byTrackingCode: (trackingCode) => find({ trackingCode }) }
}
