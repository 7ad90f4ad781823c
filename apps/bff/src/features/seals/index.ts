export { describeSeal } from './describe-seal.ts'
export { queueSeal } from './queue-seal.ts'
export { startSealing } from './start-sealing.ts'
