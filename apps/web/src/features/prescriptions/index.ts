export { keepPrescription, useOpenDraft, usePrescription, useRegisterPrescription } from './queries.ts'
export { checkLook } from './words.ts'
