import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { Account, all, one } from './rows.ts'
import type { Partner } from './rows.ts'
import { citizenOf, partnersOf, partyOf } from './sessions.ts'

/** A doctor at one of her centres. */
export interface Writer {
  /** The insurer's number of the contract between the two. */
  id: number
  account: Account
  partner: Partner
}

export const partnerEndpoints: Endpoints<'partner/search' | 'partner/familyphysician/save' | 'partner/familyphysician/delete'> = {
  'partner/search': {
    invalid: -2231,
    run(call, { cpartySessionId, citizenSessionId, nomedicalSystem, expertiseGrade }) {
      citizenOf(call, partyOf(call, cpartySessionId), citizenSessionId)
      const accounts = all(call.db, Account, 'SELECT * FROM ihio_account WHERE council_number = ? ORDER BY username', nomedicalSystem)
      const writers = accounts.filter((it) => isGrade(it, expertiseGrade)).flatMap((account) => writersOf(call, account))
      // As published: nobody found is told with the number of a success, and without a list.
      if (writers.length === 0) throw new Refusal(0, 'اطلاعات شریک کاری با شمارهٔ نظام ارسالی یافت نشد')
      return writers.map((writer) => ({
        name: writer.account.first_name,
        lastName: writer.account.last_name,
        partnerType: 'پزشک',
        contractPartyType: writer.partner.name,
        licenseType: writer.account.licence,
        nomedicalSystem: writer.account.council_number,
        partnerContractingPartyId: writer.id,
      }))
    },
  },

  'partner/familyphysician/save': {
    invalid: -23103,
    run(call, { cpartySessionId, citizenSessionId }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId, -23101)
      if (account.visit_code !== GENERAL_PRACTITIONER) throw new Refusal(-23234, 'پزشک انتخابی نمی‌تواند پزشک خانواده باشد')
      call.db
        .prepare('INSERT OR REPLACE INTO ihio_family_physician VALUES (?, ?, ?)')
        .run(citizen.national_number, account.username, call.now.toISOString())
      return said('انتساب بیمه‌شده به پزشک انجام شد')
    },
  },

  'partner/familyphysician/delete': {
    invalid: -23103,
    run(call, { cpartySessionId, citizenSessionId }) {
      const citizen = citizenOf(call, partyOf(call, cpartySessionId), citizenSessionId)
      call.db.prepare('DELETE FROM ihio_family_physician WHERE national_number = ?').run(citizen.national_number)
      return said('حذف پزشک خانواده انجام شد')
    },
  },
}

const GENERAL_PRACTITIONER = '970000'
const said = (text: string) => ({ message: { infoMessage: [], snackMessage: [{ text, type: 'I' }] } })

/** `doctor`, `midwife` or both, as asked; whoever has a visit tariff is a doctor, the sandbox has no midwife. */
export const isGrade = (account: Account, grades: string) => account.visit_code !== null && grades.split(',').includes('doctor')

const writersOf = (call: Call, account: Account): Writer[] =>
  partnersOf(call, account).flatMap((partner, place) => (partner.kind === 'prescriber' ? [{ account, partner, id: account.user_id * PLACES + place }] : []))

/** More than any doctor has centres. */
const PLACES = 100

/** The doctor and centre behind such a number; null where it was not given out. */
export function writerAt(call: Call, id: number): Writer | null {
  const account = one(call.db, Account, 'SELECT * FROM ihio_account WHERE user_id = ?', Math.floor(id / PLACES))
  return account === null ? null : (writersOf(call, account).find((it) => it.id === id) ?? null)
}
