import * as contract from '@noskhe/shared/rules/contract'
import type { Server } from '../../http/serve.ts'
import { acceptSuggestion } from './accept-suggestion.ts'
import { gatherFindings } from './gather-findings.ts'
import { overrideFinding } from './override-finding.ts'
import { findPatientFacts, keepPatientFacts } from './patient-facts.ts'

export function routes(server: Server): void {
  server.atCentre(contract.gatherFindings, gatherFindings)
  server.atCentre(contract.overrideFinding, overrideFinding)
  server.atCentre(contract.acceptSuggestion, acceptSuggestion)
  server.atCentre(contract.findPatientFacts, findPatientFacts)
  server.atCentre(contract.keepPatientFacts, keepPatientFacts)
}
