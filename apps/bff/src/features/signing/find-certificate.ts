import type { SignerCertificate } from '@noskhe/shared/signing/certificate'
import type { Context } from '../../context.ts'
import { certificateStanding } from './certificate-standing.ts'

/** One's own certificate as the authority tells of it now; nothing of it is kept here. */
export const findCertificate = (context: Context): Promise<SignerCertificate> => certificateStanding(context)
