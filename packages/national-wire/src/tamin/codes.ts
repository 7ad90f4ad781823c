/** `prescTypeId`. */
export const prescriptionType = {
  drug: '1', paraclinical: '2', visit: '3', services: '5', referredServices: '6', referral: '7', referralFeedback: '8', hospitalisation: '9',
} as const
export type PrescriptionType = (typeof prescriptionType)[keyof typeof prescriptionType]

/** `srvType`. */
export const serviceType = {
  drug: '01', laboratory: '02', radiology: '03', ultrasound: '04', ct: '05', mri: '06', nuclear: '07', radiotherapy: '08', audiometry: '09',
  speech: '10', angiography: '11', procedure: '12', physiotherapy: '13', densitometry: '14', dialysis: '15', visit: '16', medical: '17', nursing: '21',
} as const
export type ServiceType = (typeof serviceType)[keyof typeof serviceType]

const medical: readonly string[] = [serviceType.medical, serviceType.nursing]

/** Whether a prescription of this type may hold a line of this service type. A visit and what refers hold no lines at all. */
export function carries(type: string, srvType: string): boolean {
  switch (type) {
    case prescriptionType.drug:
      return srvType === serviceType.drug
    case prescriptionType.paraclinical:
      return srvType >= serviceType.laboratory && srvType < serviceType.visit
    case prescriptionType.services:
    case prescriptionType.referredServices:
      return medical.includes(srvType)
    default:
      return false
  }
}

/** «Visit and services are not edited»; what holds no lines has none to replace. */
export const isEditable = (type: string): boolean => type === prescriptionType.drug || type === prescriptionType.paraclinical

/** Says in `terminology` that the code of a service is the Ministry's and not Tamin's own. Spelled so. */
export const MINISTRY_CODES = 'thritha.BEHDAISHT'

/** `parGrpCode`: the sub-group that a laboratory line must name. */
export const laboratoryGroup = { unknown: '0.00', pathology: '0.01', genetics: '0.02', globalGenetics: '0.03', diagnostics: '0.04' } as const

/** FDI numbers: four quarters of eight permanent teeth, four of five milk teeth. */
export const isTooth = (number: string): boolean => /^(?:[1-4][1-8]|[5-8][1-5])$/.test(number)
