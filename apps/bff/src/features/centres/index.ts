export { askCentre } from './ask-centre.ts'
export { licenceOf } from './licence-of.ts'
export { refreshCentres, startRefreshingCentres } from './refresh-centres.ts'
export { routes } from './routes.ts'
