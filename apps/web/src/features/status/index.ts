export { ServiceStatus } from './service-status.tsx'
