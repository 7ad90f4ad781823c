export { keepPrescription, useOpenDraft, usePrescription, useRegisterPrescription } from './queries.ts'
export { HidLine } from './hid-line.tsx'
export { cancelReasonWord, checkLook, identityTitle } from './words.ts'
export { UnfinishedList } from './unfinished-list.tsx'
