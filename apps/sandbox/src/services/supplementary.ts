import { Router } from 'express'
import type * as z from 'zod'
import { ClaimRequest, FindClaimRequest, FindLetterRequest, LetterRequest, PoliciesRequest, ShareRequest } from '@noskhe/national-wire/supplementary'
import { readBody, refusal, success, unknownRefusal } from '../answer.ts'
import { transaction } from '../database.ts'
import type { Service } from '../service.ts'
import { computeShares, findClaim, saveClaim } from './supplementary/claims.ts'
import { findLetter, requestLetter } from './supplementary/letters.ts'
import { SupplementaryRefused, policiesOf, seedPolicies } from './supplementary/policies.ts'
import { supplementarySchema } from './supplementary/schema.ts'

/** The supplementary companies (9-2-9 n2, B11): policies with dated ceilings, shares, introduction letters and claims. */
export const supplementary: Service = {
  name: 'supplementary',
  title: 'بیمه‌های تکمیلی',
  mount: '/supplementary',
  schema: supplementarySchema,
  seed: ({ db }) => seedPolicies(db),
  unknownAnswer: unknownRefusal,
  routes: ({ db, now }) => {
    const router = Router()
    /** One operation, whole or not at all; the company's no is an answer. */
    function operation<T extends z.ZodType>(path: string, request: T, answer: (body: z.infer<T>) => unknown): void {
      router.post(path, (req, res) => {
        const body = readBody(request, req, res)
        if (body === null) return
        try {
          res.json(success(transaction(db, () => answer(body))))
        } catch (error) {
          if (!(error instanceof SupplementaryRefused)) throw error
          res.json(refusal(error.code, error.message))
        }
      })
    }
    operation('/Policies', PoliciesRequest, ({ PersonID }) => policiesOf(db, PersonID))
    operation('/ComputeShares', ShareRequest, (body) => computeShares(db, now(), body))
    operation('/RequestIntroductionLetter', LetterRequest, (body) => requestLetter(db, now(), body))
    operation('/FindIntroductionLetter', FindLetterRequest, (it) => findLetter(db, now(), { siamId: it.HealthCareFacilityID.ID, messageUid: it.MessageUID }))
    operation('/SaveClaim', ClaimRequest, (body) => saveClaim(db, now(), body))
    operation('/FindClaim', FindClaimRequest, (it) => findClaim(db, now(), { siamId: it.HealthCareFacilityID.ID, messageUid: it.MessageUID }))
    return router
  },
}
