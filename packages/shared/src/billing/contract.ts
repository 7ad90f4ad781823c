import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { MonthlyBill } from './bill.ts'

export const findMonthlyBill = endpoint({
  method: 'GET',
  path: '/billing/bills',
  summary: 'The centre’s bill of a Jalali month, insurer by insurer, as each insurer tells it, beside our own records',
  allow: ['admin'],
  input: z.object({ year: z.coerce.number().int().min(1400).max(1500), month: z.coerce.number().int().min(1).max(12) }),
  output: MonthlyBill,
  fails: ['payer.account-missing'],
})
