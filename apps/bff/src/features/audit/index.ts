export { type KeptEvent, eventsAbout } from './store.ts'
export { type ChainReport, verifyChains } from './verify-chain.ts'
export { record, recordForCentre, type Action } from './record.ts'
export { type EventOf, eventsOfThings } from './looks/store.ts'
