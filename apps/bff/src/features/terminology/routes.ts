import * as contract from '@noskhe/shared/terminology/contract'
import type { Server } from '../../http/serve.ts'
import { downloadCodes } from './download-codes.ts'
import { listSigTerms } from './find-codes.ts'
import { listMissingCodes, reportMissingCode } from './report-missing-code.ts'
import { searchCodes } from './search-codes.ts'

export function routes(server: Server): void {
  server.signedIn(contract.searchCodes, searchCodes)
  server.signedIn(contract.listSigTerms, listSigTerms)
  server.signedIn(contract.downloadCodes, downloadCodes)
  server.atCentre(contract.reportMissingCode, reportMissingCode)
  server.atCentre(contract.listMissingCodes, listMissingCodes)
}
