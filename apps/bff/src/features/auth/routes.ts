import * as contract from '@noskhe/shared/auth/contract'
import type { Server } from '../../http/serve.ts'
import { chooseCentre } from './choose-centre.ts'
import { confirmCode } from './confirm-code.ts'
import { endOtherSession } from './end-other-session.ts'
import { enrolPasskey } from './enrol-passkey.ts'
import { findSession } from './find-session.ts'
import { identify } from './identify.ts'
import { passkeyEnrolmentOptions } from './passkey-enrolment-options.ts'
import { passkeySignInOptions } from './passkey-sign-in-options.ts'
import { prolongSession } from './prolong-session.ts'
import { signInWithPasskey } from './sign-in-with-passkey.ts'
import { signOut } from './sign-out.ts'

export function routes(server: Server): void {
  server.open(contract.identify, identify)
  server.open(contract.confirmCode, confirmCode)
  server.signedIn(contract.passkeyEnrolmentOptions, passkeyEnrolmentOptions)
  server.signedIn(contract.enrolPasskey, enrolPasskey)
  server.open(contract.passkeySignInOptions, passkeySignInOptions)
  server.open(contract.signInWithPasskey, signInWithPasskey)
  server.signedIn(contract.findSession, findSession)
  server.signedIn(contract.prolongSession, prolongSession)
  server.signedIn(contract.chooseCentre, chooseCentre)
  server.signedIn(contract.endOtherSession, endOtherSession)
  server.signedIn(contract.signOut, signOut)
}
