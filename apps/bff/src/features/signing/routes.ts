import * as contract from '@noskhe/shared/signing/contract'
import type { Server } from '../../http/serve.ts'
import { findSignatureOutcome } from './find-signature-outcome.ts'
import { requestSignature } from './request-signature.ts'
import { signWithPasskey } from './sign-with-passkey.ts'

export function routes(server: Server): void {
  server.atCentre(contract.requestSignature, requestSignature)
  server.atCentre(contract.signWithPasskey, signWithPasskey)
  server.atCentre(contract.findSignatureOutcome, findSignatureOutcome)
}
