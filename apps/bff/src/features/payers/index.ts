export { connectPayer, connectPayerFor, connectPayerOfCentre, type ConnectedPayer } from './connect-payer.ts'
export { keepAccount } from './store.ts'
