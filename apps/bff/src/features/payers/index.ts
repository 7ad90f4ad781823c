export { connectPayer, connectPayerFor, connectPayersOfCentre, type ConnectedPayer } from './connect-payer.ts'
export { keepAccount } from './store.ts'
