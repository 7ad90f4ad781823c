import type { Request, Router } from 'express'
import type * as z from 'zod'
import { CheckRulesRequest, FamilyDoctorRequest, IllnessesOfRequest, MarkIllnessRequest } from '@noskhe/national-wire/tamin/care'
import { FindReferralRequest, ReferralDoctorRequest } from '@noskhe/national-wire/tamin/referral'
import type { SandboxContext } from '../../service.ts'
import { answering, bodyOf } from './call.ts'
import type { Call } from './call.ts'
import { checkRules } from './check-rules.ts'
import { requireDoctor } from './doctor.ts'
import { enrol, familyDoctorOf, illnessesOf, markIllness } from './patient-marks.ts'
import { inbox, referralByCode } from './referrals.ts'

/** Dentistry, referrals, marked diseases, the family doctor: each is asked by a doctor who names herself in the body. */
export function careRoutes(v2: Router, context: SandboxContext): void {
  const byDoctor = <B extends z.ZodType<{ docId: string; docNationalCode: string }>, T>(body: B, work: (call: Call, it: z.output<B>) => T) =>
    answering(context, (call: Call, req: Request) => {
      const it = bodyOf(body, req)
      requireDoctor(call, it)
      return work(call, it)
    })

  v2.post('/check-rules-in-detail', byDoctor(CheckRulesRequest, checkRules))
  v2.post('/referral/open-count', byDoctor(ReferralDoctorRequest, (call) => ({ open: inbox(call).length })))
  v2.post('/referral/inbox', byDoctor(ReferralDoctorRequest, inbox))
  v2.post('/referral/find', byDoctor(FindReferralRequest, (call, it) => referralByCode(call, it.patient, it.trackingCode)))
  v2.post('/patients/illness', byDoctor(MarkIllnessRequest, markIllness))
  v2.post('/patients/illness/of', byDoctor(IllnessesOfRequest, (call, it) => illnessesOf(call, it.patient)))
  v2.post('/family-doctor', byDoctor(FamilyDoctorRequest, (call, it) => enrol(call, it.patient)))
  v2.post('/family-doctor/of', byDoctor(FamilyDoctorRequest, (call, it) => familyDoctorOf(call, it.patient)))
}
