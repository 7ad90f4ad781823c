import { identifierOf } from '@noskhe/national-wire/data-objects'
import type { DitasReply, DoIdentifier } from '@noskhe/national-wire/data-objects'
import {
  BatchHidReply, EliminateHidReply, UpdateHidReply, eliminationReasons, hidRefusal, personRefusal,
} from '@noskhe/national-wire/eligibility'
import type { BatchHidRequest, EliminateHidRequest, UpdateHidRequest } from '@noskhe/national-wire/eligibility'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOf, isoDay } from '../gateway/reading.ts'
import type { EliminationReason, Eligibility, HeldHid, HidRefused } from './port.ts'
import { insurerText, toHidRequest } from './visit.ts'

const service = 'eligibility'

/** Who speaks where nobody sits at a screen: the reserve and what is settled later. */
const ourselves = { ClientIp: '127.0.0.1', AppUser: 'noskhe' }

/** What becomes of a HID after it was issued, and the reserve for outages (8-8). */
export const hidLife = (gateway: Gateway): Pick<Eligibility, 'reserveHids' | 'updateHid' | 'eliminateHid'> => ({
  async reserveHids({ siamId, insurer, count }) {
    const body: BatchHidRequest = { OrgID: identifierOf.centre(siamId), InsurerID: insurerText(insurer), Count: count, ...ourselves }
    const reply = await gateway.post('eligibility/batchhid', { service, reply: BatchHidReply, body })
    const refused = refusalOf(reply)
    if (refused) return refused
    const { HIDs, ValidUntil } = dataOf(service, reply)
    return { outcome: 'reserved', hids: HIDs.map(({ ID, Issuer }) => ({ value: ID, issuer: Issuer })), validUntil: isoDay(service, ValidUntil) }
  },

  async updateHid(hid, { insurer, ...visit }) {
    const body: UpdateHidRequest = { ...toHidRequest({ ...visit, clientIp: ourselves.ClientIp }, insurer), HID: toHid(hid) }
    // The same visit may be told again, so it may be tried again.
    const reply = await gateway.post('eligibility/updatehid', { service, isRead: true, reply: UpdateHidReply, body })
    const refused = refusalOf(reply)
    if (refused) return refused
    dataOf(service, reply)
    return { outcome: 'updated' }
  },

  async eliminateHid(hid, { siamId, reason }) {
    const body: EliminateHidRequest = { HID: toHid(hid), OrgID: identifierOf.centre(siamId), Reason: reasonText(reason), ...ourselves }
    const reply = await gateway.post('eligibility/eliminatehid', { service, reply: EliminateHidReply, body })
    const refused = refusalOf(reply)
    if (refused) return refused
    dataOf(service, reply)
    return { outcome: 'eliminated' }
  },
})

const toHid = ({ value, issuer }: HeldHid): DoIdentifier => ({ Issuer: issuer, Assigner: issuer, ID: value, Type: 'HID' })

function reasonText(reason: EliminationReason) {
  const { code, title } = eliminationReasons[reason]
  return { Value: title, Terminology_id: 'noskhe.hidEliminationReason', Coded_string: code }
}

const reasonOfCode = new Map<number, HidRefused['reason']>([
  [hidRefusal.unknown, 'unknown'],
  [hidRefusal.foreign, 'foreign'],
  [hidRefusal.conflict, 'conflict'],
  [hidRefusal.lapsed, 'lapsed'],
  [hidRefusal.uncovered, 'uncovered'],
  [personRefusal.blocked, 'blocked'],
])

/** Null for a success and for every refusal that says nothing about the HID: `dataOf` makes silence of those. */
function refusalOf({ isSuccess, statusCode, message }: DitasReply<unknown>): HidRefused | null {
  const reason = isSuccess ? undefined : reasonOfCode.get(statusCode)
  return reason === undefined ? null : { outcome: 'refused', reason, message: message.join(' ') }
}
