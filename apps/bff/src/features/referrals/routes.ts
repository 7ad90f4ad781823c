import * as contract from '@noskhe/shared/referrals/contract'
import type { Server } from '../../http/serve.ts'
import { findAnswers, openAct, saveAct } from '../prescriptions/index.ts'
import { countReferrals } from './count-referrals.ts'
import { findActOffers } from './find-act-offers.ts'
import { findInbox } from './find-inbox.ts'
import { openReferral } from './open-referral.ts'
import { readReferral } from './read-referral.ts'

export function routes(server: Server): void {
  server.atCentre(contract.findActOffers, findActOffers)
  server.atCentre(contract.openAct, openAct)
  server.atCentre(contract.saveAct, saveAct)
  server.atCentre(contract.findInbox, findInbox)
  server.atCentre(contract.countReferrals, countReferrals)
  server.atCentre(contract.readReferral, readReferral)
  server.atCentre(contract.openReferral, openReferral)
  server.atCentre(contract.findAnswers, findAnswers)
}
