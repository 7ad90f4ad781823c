import type * as z from 'zod'
import type { CheckRulesReply, CheckRulesRequest } from '@noskhe/national-wire/tamin/care'
import { prescriptionType } from '@noskhe/national-wire/tamin/codes'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { requireUntreatedTeeth } from './dentistry.ts'
import { readLines } from './written-lines.ts'
import type { OrderedLine } from './written-lines.ts'

/** What a create would say of each line, with nothing kept: a line is judged with those before it. */
export function checkRules(call: Call, { patient, noteDetailEprscs: came }: z.output<typeof CheckRulesRequest>): NonNullable<z.output<typeof CheckRulesReply>['data']> {
  const before: OrderedLine[] = []
  return came.map((it) => {
    const said = { srvCode: it.srvId.srvCode, toothId: it.toothId ?? null }
    try {
      const lines = readLines(call, { type: prescriptionType.services, patient }, [it])
      requireUntreatedTeeth(call.db, patient, [...before, ...lines])
      before.push(...lines)
      return { ...said, isAllowed: true, ruleCode: null, message: null }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { ...said, isAllowed: false, ruleCode: error.code, message: error.message }
    }
  })
}
