import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import { MemberInfoRequest } from '@noskhe/national-wire/council-registry'
import type { MemberInfo, MemberInfoReply } from '@noskhe/national-wire/council-registry'
import { toDoDate } from '@noskhe/national-wire/data-objects'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { readBody, unknownWords } from '../answer.ts'
import { LicenceRow, licenceOf } from '../licence.ts'
import type { LicenceChange } from '../licence.ts'
import { people } from '../scenarios.ts'
import type { DemoPerson } from '../scenarios.ts'
import type { Service } from '../service.ts'

/** The Medical Council's members: identity, specialty, licence, disciplinary sentence (8-12). */
export const councilRegistry: Service = {
  name: 'council-registry',
  title: 'سازمان نظام پزشکی — جستجوی اعضا',
  mount: '/council',
  schema: `
    CREATE TABLE IF NOT EXISTS council_members (
      council_number TEXT PRIMARY KEY, licence_state TEXT NOT NULL, licence_reason TEXT, licence_until TEXT NOT NULL
    ) STRICT`,
  seed: ({ db }) => {
    const insert = db.prepare('INSERT OR IGNORE INTO council_members VALUES (?, ?, ?, ?)')
    for (const { councilNumber, councilLicence: licence } of allPeople) {
      if (councilNumber !== null && licence !== null) insert.run(councilNumber, licence.state, licence.reason, licence.validUntil)
    }
  },
  unknownAnswer: unknownWords({ State: 'under-review' }),
  routes: ({ db, now }) => {
    const router = Router()
    router.post('/GetMemberInfoByMcCodeNumericTypeEn', (req, res) => {
      const body = readBody(MemberInfoRequest, req, res)
      if (body === null) return
      const member = allPeople.find((it) => it.councilNumber === body.mcCodeNumeric)
      res.json(member === undefined ? answer(null, 'عضوی با این شمارهٔ نظام پزشکی یافت نشد') : answer(memberInfo(db, member, jalaliDay(now()))))
    })
    return router
  },
}

/** Changes a member's licence; false where the Council has no such member. */
export function changeCouncilLicence(db: DatabaseSync, councilNumber: string, { state, reason, validUntil }: LicenceChange): boolean {
  return db
    .prepare('UPDATE council_members SET licence_state = ?, licence_reason = ?, licence_until = coalesce(?, licence_until) WHERE council_number = ?')
    .run(state, reason, validUntil ?? null, councilNumber).changes === 1
}

const allPeople: readonly DemoPerson[] = people

function memberInfo(db: DatabaseSync, member: DemoPerson, today: string): MemberInfo {
  const row = LicenceRow.parse(db.prepare('SELECT * FROM council_members WHERE council_number = ?').get(member.councilNumber))
  const licence = licenceOf(row, today)
  const isSentenced = licence.state === 'revoked' || licence.state === 'suspended'
  return {
    McCode: member.councilNumber ?? '',
    FirstName: member.firstName,
    LastName: member.lastName,
    LastSpecialityTitle: member.specialty?.title ?? null,
    SpecialityCodes: member.specialty === null ? [] : [member.specialty.code],
    NationalCode: member.nationalCode,
    Gender: member.gender === 'male' ? '1' : '2',
    Mobile: member.mobile,
    Licence: { State: licence.state, Reason: licence.reason, ValidUntil: toDoDate(licence.validUntil) },
    Sentence: isSentenced && licence.reason !== null ? { Text: licence.reason } : null,
  }
}

const answer = (ReturnValue: MemberInfo | null, message: string | null = null): MemberInfoReply => ({
  GetMemberInfoByMcCodeNumericTypeEnResponse: {
    GetMemberInfoByMcCodeNumericTypeEnResult: { Status: [ReturnValue === null ? 'NotFound' : 'Success'], message, ReturnValue },
  },
})
