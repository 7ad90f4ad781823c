export { PasskeyShown, relyingPartyOf } from './passkey.ts'
export { routes } from './routes.ts'
export { findPasskey, passkeysOf, usePasskey, type Passkey } from './store.ts'
export { verifyPasskey } from './verify-passkey.ts'
