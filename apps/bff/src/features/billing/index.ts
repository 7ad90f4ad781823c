export { findMonthlyBill } from './find-monthly-bill.ts'
export { routes } from './routes.ts'
