import { gregorianDay, jalaliDay } from '@noskhe/national-wire/jalali'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { pictureOf } from './paper-images.ts'
import { isGrade, writerAt } from './partners.ts'
import type { Writer } from './partners.ts'
import type { CitizenSession } from './rows.ts'
import { citizenOf, partnersOf, partyOf } from './sessions.ts'
import { newVisit, visitOpened } from './visits.ts'

/** The visit of a prescription that a doctor wrote on paper, opened by whoever hands over what stands on it. */
export const paperEndpoints: Endpoints<'samad/paper/generate'> = {
  'samad/paper/generate': {
    invalid: -22231,
    run(call, { cpartySessionId, citizenSessionId, paperInfoWrapper: paper }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      const image = pictureOf(paper.paperImage)
      if (image === null) throw new Refusal(-22231, 'تصویر نسخه خوانا نیست: JPEG یا PNG تا ۲ مگابایت بفرستید')
      const visitDay = pastDay(call, paper.visitDate)
      if (visitDay === null) throw new Refusal(-22231, 'تاریخ ویزیت معتبر نیست')
      const partner = partnersOf(call, account).find((it) => it.kind === 'pharmacy' && it.has_contract)
      if (partner === undefined) throw new Refusal(-22413, 'امکان ثبت نسخهٔ کاغذی برای این شریک کاری تعریف نشده است')

      const writer = writerAt(call, paper['partnerContractingPartyId '])
      if (writer === null || writer.account.council_number !== paper.nomedicalSystem || !isGrade(writer.account, paper.expertiseGrade)) {
        throw new Refusal(-22333, 'اطلاعات شریک کاری نویسندهٔ نسخه کامل نیست')
      }
      if (wroteElectronically(call, citizen, writer, visitDay)) {
        throw new Refusal(-22833, 'برای این روز و این رشته نسخهٔ الکترونیک ثبت شده است')
      }
      const samad = newVisit(call, { account, citizen, partner }, { notCovered: -22888, dailyLimit: -22415 })
      call.db.prepare('INSERT INTO ihio_paper VALUES (?, ?, ?, ?, ?)').run(samad, writer.account.username, writer.partner.id, visitDay, image)
      return visitOpened(samad)
    },
  },
}

/** `1405-09-04` of 14050904, where that is a day and not to come; null otherwise. */
function pastDay({ now }: Call, number: number): string | null {
  const day = String(number).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  try {
    gregorianDay(day)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
  return day <= jalaliDay(now) ? day : null
}

/** Whether a doctor of the same specialty wrote electronically for this person on that day. */
function wroteElectronically({ db }: Call, citizen: CitizenSession, { account }: Writer, day: string): boolean {
  const written = db
    .prepare(
      `SELECT 1 FROM ihio_samad JOIN ihio_prescription ON ihio_prescription.samad = code JOIN ihio_account USING (username)
       WHERE ihio_samad.national_number = ? AND day = ? AND licence = ? AND code NOT IN (SELECT samad FROM ihio_paper)`,
    )
    .get(citizen.national_number, day, account.licence)
  return written !== undefined
}
