import { findMonthlyBill } from '@noskhe/shared/billing/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/call.ts'
import type { JalaliMonth } from './words.ts'

/** The month's bill; while another month is fetched the one before stays in its place. */
export const useMonthlyBill = (month: JalaliMonth) =>
  useQuery({ ...queryOf(findMonthlyBill, { ...month }), placeholderData: keepPreviousData })
