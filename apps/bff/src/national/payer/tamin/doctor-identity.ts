import type { UserInfo } from '@noskhe/national-wire/tamin/account'

export interface DoctorIdentity {
  docId: string
  docNationalCode: string
  docMobileNo: string
}

/**
 * A doctor as the guide wants her spelled: «م» of a midwife becomes the suffix `*`; a foreigner's code gets `FDA` before it
 * and her council number «ات» behind it.
 */
export function doctorIdentity({ kind, nationalCode, councilNumber, mobile }: UserInfo): DoctorIdentity {
  const digits = councilNumber.replace(/^م[\s-]*/, '')
  if (kind === 'foreign-doctor') return { docId: `${digits}ات`, docNationalCode: `FDA${nationalCode}`, docMobileNo: mobile }
  return { docId: digits === councilNumber ? digits : `${digits}*`, docNationalCode: nationalCode, docMobileNo: mobile }
}
