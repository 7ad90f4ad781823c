export { tellersOf } from './deposits/tellers.ts'
export { routes } from './routes.ts'
