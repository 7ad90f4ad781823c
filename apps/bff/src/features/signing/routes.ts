import * as contract from '@noskhe/shared/signing/contract'
import type { Server } from '../../http/serve.ts'
import { enrolCertificate, renewCertificate } from './enrol-certificate.ts'
import { findCertificate } from './find-certificate.ts'
import { findSignatureOutcome } from './find-signature-outcome.ts'
import { listSignatures } from './list-signatures.ts'
import { requestSignature } from './request-signature.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { signWithPasskey } from './sign-with-passkey.ts'

export function routes(server: Server): void {
  server.atCentre(contract.requestSignature, requestSignature)
  server.atCentre(contract.signWithPasskey, signWithPasskey)
  server.atCentre(contract.findSignatureOutcome, findSignatureOutcome)
  server.atCentre(contract.listSignatures, listSignatures)
  server.atCentre(contract.findCertificate, findCertificate)
  server.atCentre(contract.enrolCertificate, enrolCertificate)
  server.atCentre(contract.renewCertificate, renewCertificate)
  server.atCentre(contract.revokeCertificate, revokeCertificate)
}
