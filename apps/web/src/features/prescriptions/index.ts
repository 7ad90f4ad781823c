export { keepPrescription, useOpenDraft, usePrescription, useRegisterPrescription } from './queries.ts'
export { cancelReasonWord, checkLook, identityTitle } from './words.ts'
export { UnfinishedList } from './unfinished-list.tsx'
