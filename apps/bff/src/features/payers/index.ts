export { connectPayer, connectPayerFor, connectPayersOfCentre, type ConnectedPayer } from './connect-payer.ts'
export { payerRefusal } from './payer-refusal.ts'
export { decrypt, encrypt } from './secret.ts'
export { councilNumberOf, insurersOfCentre, keepAccount } from './store.ts'
