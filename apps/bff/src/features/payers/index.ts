export { connectPayer, connectPayerFor, connectPayersOfCentre, type ConnectedPayer } from './connect-payer.ts'
export { councilNumberOf, keepAccount } from './store.ts'
