export { describeSeal } from './describe-seal.ts'
export { queueSeal } from './queue-seal.ts'
export { type ReadySeal, readySeal, seal } from './ready-seal.ts'
export { startSealing } from './start-sealing.ts'
