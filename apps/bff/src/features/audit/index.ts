export { record, recordForCentre, type Action } from './record.ts'
