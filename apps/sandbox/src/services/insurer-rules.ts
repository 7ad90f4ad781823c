import { Router } from 'express'
import { fromDoDate, toDoDate } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import { RulesInForceRequest, SendHealthInsuranceClaimRequest, claimRefusal, messageCoding, pointCoding, ruleTypeCoding } from '@noskhe/national-wire/insurer-rules'
import type { RuleInForce } from '@noskhe/national-wire/insurer-rules'
import { readBody, refusal, success, unknownRefusal } from '../answer.ts'
import { ensureCatalogue } from '../catalogue/store.ts'
import { transaction } from '../database.ts'
import type { Service } from '../service.ts'
import { armedForcesSchema } from './armed-forces/schema.ts'
import { bankSchema, rulesInForce, seedBank } from './insurer-rules/bank.ts'
import { ClaimRefused, judgeClaim } from './insurer-rules/claim.ts'
import { confirmationsSchema } from './insurer-rules/confirmations.ts'
import type { Rule } from './insurer-rules/rule.ts'

/** Analysis by the insurers' rules (8-6): a bank of rules, what they say of a claim, and the confirmations it issued. */
export const insurerRules: Service = {
  name: 'insurer-rules',
  title: 'تحلیل قواعد بیمه‌ای',
  mount: '/insurer-rules',
  schema: bankSchema + confirmationsSchema + armedForcesSchema,
  seed: ({ db }) => {
    ensureCatalogue(db)
    seedBank(db)
  },
  unknownAnswer: unknownRefusal,
  routes: ({ db, now }) => {
    const router = Router()
    router.post('/SendHealthInsuranceClaim', (req, res) => {
      const body = readBody(SendHealthInsuranceClaimRequest, req, res)
      if (body === null) return
      try {
        res.json(success(transaction(db, () => judgeClaim(db, now(), body))))
      } catch (error) {
        if (!(error instanceof ClaimRefused)) throw error
        res.json(refusal(error.code, error.message))
      }
    })
    router.post('/RulesInForce', (req, res) => {
      const body = readBody(RulesInForceRequest, req, res)
      if (body === null) return
      if (body.Insurer.Coded_string !== insurerCoding['armed-forces'].code) {
        res.json(refusal(claimRefusal.runsAtPayer, 'قواعد این بیمه‌گر در سامانهٔ خرید خود او اجرا می‌شود'))
      } else res.json(success(rulesInForce(db, 'armed-forces', fromDoDate(body.On)).map(onWire)))
    })
    return router
  },
}

const onWire = (it: Rule): RuleInForce => ({
  RuleID: it.id,
  RuleVersion: it.version,
  RuleType: ruleTypeCoding.toWire(it.kind),
  MessageType: messageCoding.toWire(it.weight),
  Title: it.title,
  Article: it.article,
  From: toDoDate(it.from),
  Until: it.until === null ? null : toDoDate(it.until),
  Points: it.points.map(pointCoding.toWire),
  Terms: Object.fromEntries(Object.entries(it.terms).filter((entry): entry is [string, string | number | string[]] => entry[1] !== null)),
})
