export { routes } from './routes.ts'
export { findEncounterOf } from './store.ts'
