import { MemberInfoReply } from '@noskhe/national-wire/council-registry'
import type { Gateway } from '../gateway/gateway.ts'
import { isoDay } from '../gateway/reading.ts'
import type { CouncilRegistry } from './port.ts'

const service = 'council-registry'

export const councilRegistryThrough = (gateway: Gateway): CouncilRegistry => ({
  async practitioner(councilNumber) {
    // The registry refuses a malformed number as a malformed request; it has no member for us to ask about.
    if (!/^\d{4,8}$/.test(councilNumber)) return null
    const reply = await gateway.post('council/GetMemberInfoByMcCodeNumericTypeEn', {
      service, isRead: true, reply: MemberInfoReply, body: { mcCodeNumeric: councilNumber, mcCodeTypeEn: 'M' },
    })
    const member = reply.GetMemberInfoByMcCodeNumericTypeEnResponse.GetMemberInfoByMcCodeNumericTypeEnResult.ReturnValue
    if (member === null) return null
    const codes = member.SpecialityCodes
    return {
      councilNumber: member.McCode,
      nationalCode: member.NationalCode,
      firstName: member.FirstName,
      lastName: member.LastName,
      gender: member.Gender === '1' ? 'male' : 'female',
      mobile: member.Mobile,
      specialty: codes.length === 0 ? null : { codes, title: member.LastSpecialityTitle ?? '' },
      licence: { state: member.Licence.State, reason: member.Licence.Reason, validUntil: isoDay(service, member.Licence.ValidUntil) },
      sentence: member.Sentence === null ? null : { text: member.Sentence.Text },
    }
  },
})
