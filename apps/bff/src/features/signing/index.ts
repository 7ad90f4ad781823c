export { routes } from './routes.ts'
export { findVersion } from './store.ts'
