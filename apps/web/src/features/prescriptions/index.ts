export { keepPrescription, usePrescription, useRegisterPrescription } from './queries.ts'
export { checkLook } from './words.ts'
