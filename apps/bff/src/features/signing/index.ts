export { routes } from './routes.ts'
export { findVersion, versionsUpTo } from './store.ts'
