import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { docIdOf, docNationalCodeOf } from './rows.ts'

interface Named {
  docId: string | undefined
  docNationalCode: string | undefined
  /** Left out where a route does not ask for it. */
  docMobileNo?: string | undefined
}

/** The doctor who is named must be the one who signed in, in the spelling that the guide asks of her. @throws Refusal */
export function requireDoctor({ account }: Call, { docId, docNationalCode, docMobileNo = account.mobile }: Named): void {
  if (account.kind === 'midwife' && docId === account.council_number) {
    throw new Refusal(taminRefusal.midwifeSuffix, 'شمارهٔ نظام پزشکی ماما باید با * پایان یابد')
  }
  const isForeign = account.kind === 'foreign-doctor'
  if (isForeign && (docId === account.council_number || docNationalCode === account.national_code)) {
    throw new Refusal(taminRefusal.foreignDoctor, 'برای پزشک خارجی FDA پیش از کد و «ات» پس از شمارهٔ نظام پزشکی نوشته می‌شود')
  }
  const isSame = docId === docIdOf(account) && docNationalCode === docNationalCodeOf(account) && docMobileNo === account.mobile
  if (account.kind === 'pharmacy' || !isSame) {
    throw new Refusal(taminRefusal.doctorMismatch, 'کد ملی یا شمارهٔ همراه پزشک با شمارهٔ نظام پزشکی او نمی‌خواند')
  }
}
