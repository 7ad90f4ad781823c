import * as z from 'zod'

export { all, one } from '../../database.ts'

export const Account = z.object({
  username: z.string(),
  user_id: z.number(),
  first_name: z.string(),
  last_name: z.string(),
  gender: z.enum(['M', 'F']),
  national_code: z.string(),
  mobile: z.string(),
  council_number: z.number(),
  licence: z.string(),
  visit_code: z.string().nullable(),
  is_two_step: z.number().transform(Boolean),
  daily_samads: z.number(),
})
export type Account = z.infer<typeof Account>

export const Partner = z.object({
  id: z.number(),
  name: z.string(),
  kind: z.enum(['prescriber', 'pharmacy']),
  siam: z.string(),
  phone: z.string(),
  has_contract: z.number().transform(Boolean),
})
export type Partner = z.infer<typeof Partner>

export const CitizenSession = z.object({
  id: z.string(),
  username: z.string(),
  national_number: z.string(),
  is_covered: z.number().transform(Boolean),
  fund_code: z.string().nullable(),
  fund: z.string().nullable(),
  expires_at: z.string(),
})
export type CitizenSession = z.infer<typeof CitizenSession>

export const Samad = z.object({
  code: z.string(),
  national_number: z.string(),
  fund_code: z.string(),
  fund: z.string(),
  username: z.string(),
  partner_id: z.number(),
  day: z.string(),
  created_at: z.string(),
})
export type Samad = z.infer<typeof Samad>

export const Paper = z.object({ samad: z.string(), writer: z.string(), writer_partner_id: z.number(), visit_day: z.string() })
export type Paper = z.infer<typeof Paper>

export const ReferralVisit = z.object({ samad: z.string(), origin: z.string(), line: z.string() })
export type ReferralVisit = z.infer<typeof ReferralVisit>

export const OrderCheck = z.object({
  code: z.string(),
  samad: z.string(),
  item_code: z.string(),
  generic_code: z.string(),
  name: z.string(),
  form: z.string().nullable(),
  type_id: z.number(),
  count: z.number(),
  unit_price: z.number(),
  description: z.string(),
  consumption: z.string(),
  instruction: z.string(),
  periods: z.number(),
  bulk_id: z.number().nullable(),
  active_from: z.number().nullable(),
  state: z.enum(['checked', 'ordered', 'removed']),
})
export type OrderCheck = z.infer<typeof OrderCheck>

export const Prescription = z.object({
  samad: z.string(),
  tracking_code: z.string(),
  national_number: z.string(),
  created_at: z.string(),
})
export type Prescription = z.infer<typeof Prescription>

export const DeliveryCheck = z.object({
  code: z.string(),
  samad: z.string(),
  order_check: z.string().nullable(),
  username: z.string(),
  item_code: z.string(),
  generic_code: z.string(),
  name: z.string(),
  form: z.string().nullable(),
  count: z.number(),
  base_price: z.number(),
  needs_pack: z.number().transform(Boolean),
  total: z.number(),
  covered: z.number(),
  payable: z.number(),
  description: z.string(),
  consumption: z.string(),
  instruction: z.string(),
  periods: z.number(),
  created_at: z.string(),
  delivery: z.string().nullable(),
})
export type DeliveryCheck = z.infer<typeof DeliveryCheck>

export const Delivery = z.object({
  code: z.string(),
  sequence: z.number(),
  samad: z.string(),
  username: z.string(),
  partner_id: z.number(),
  state: z.enum(['unconfirmed', 'confirmed', 'lapsed', 'deleted']),
  day: z.string(),
  created_at: z.string(),
  confirmed_at: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>
