import * as z from 'zod'
import { prescriptionType } from '@noskhe/national-wire/tamin/codes'
import { FeedbackAnswer, ReferralNote } from '@noskhe/national-wire/tamin/referral'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { feedbackQuestions, specialties } from './care-lists.ts'
import { findReferral, isAddressedTo } from './referrals.ts'
import { docIdOf } from './rows.ts'
import { requireDiagnosis } from './written-lines.ts'
import type { Came, Written } from './written.ts'

/** Whom a referral is to; null of every other type, which may not carry one. @throws Refusal */
export function readReferral(call: Call, type: string, { noteDetailsReferralList: list }: Came): ReferralNote | null {
  const carriesNotes = type === prescriptionType.referral || type === prescriptionType.referralFeedback
  if (!carriesNotes && (list?.length ?? 0) > 0) throw new Refusal(taminRefusal.linesNotAllowed, 'این نوع نسخه ارجاع ندارد')
  if (type !== prescriptionType.referral) return null
  const [note] = z.array(ReferralNote).length(1).safeParse(list).data ?? []
  if (note === undefined) throw new Refusal(taminRefusal.referralMissing, 'مشخصات ارجاع ارسال نشده یا ناقص است')
  if (!specialties.some((it) => it.specId === note.specId)) throw new Refusal(taminRefusal.specialtyUndefined, 'تخصص مقصد تعریف نشده است')
  if (note.toDocId === docIdOf(call.account)) throw new Refusal(taminRefusal.referralToSelf, 'ارجاع به خود پزشک ممکن نیست')
  requireDiagnosis(call, note.icdId)
  return note
}

/** What a feedback answers. It and an order of hospitalisation say their matter in the comments. @throws Refusal */
export function readWithoutLines(call: Call, { type, patient }: Pick<Written, 'type' | 'patient'>, came: Came): Written['feedback'] {
  const isFeedback = type === prescriptionType.referralFeedback
  if ((isFeedback || type === prescriptionType.hospitalisation) && (came.comments ?? '').trim() === '') {
    throw new Refusal(taminRefusal.commentsMissing, 'توضیحات ارسال نشده است')
  }
  if (!isFeedback) return null
  const referral = findReferral(call.db, came.referralFeedbackId ?? '')
  if (referral === null || referral.patient !== patient || !isAddressedTo(referral, call.account)) {
    throw new Refusal(taminRefusal.referralUnknown, 'ارجاعی با این شناسه به شما نرسیده است')
  }
  return { referralId: String(referral.prescription), answers: readAnswers(came.noteDetailsReferralList ?? []) }
}

/** Each question once, by one of its own answers. */
function readAnswers(list: unknown): FeedbackAnswer[] {
  const answers = z.array(FeedbackAnswer).safeParse(list).data ?? []
  const isAnswered = (question: (typeof feedbackQuestions)[number]) =>
    answers.filter((it) => it.questionId === question.questionId && question.answers.some(({ answerId }) => answerId === it.answerId)).length === 1
  if (answers.length !== feedbackQuestions.length || !feedbackQuestions.every(isAnswered)) {
    throw new Refusal(taminRefusal.answersIncomplete, 'پرسش‌های بازخورد کامل پاسخ داده نشده‌اند')
  }
  return answers
}
