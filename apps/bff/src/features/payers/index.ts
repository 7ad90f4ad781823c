export { connectPayer, connectPayerFor, connectPayersOfCentre, type ConnectedPayer } from './connect-payer.ts'
export { decrypt, encrypt } from './secret.ts'
export { councilNumberOf, insurersOfCentre, keepAccount } from './store.ts'
