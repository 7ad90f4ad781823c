export { routes } from './routes.ts'
export { startKeepingFigures } from './start-keeping-figures.ts'
