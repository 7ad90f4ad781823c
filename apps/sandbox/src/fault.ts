import * as z from 'zod'

/** What a service can be made to do to a call, in the words of the page. */
export const faultKinds = {
  delay: 'کندی: پس از مکث پاسخ می‌دهد',
  late: 'کار انجام می‌شود و پاسخ پس از مکث می‌رسد',
  hang: 'بی‌پاسخ: هیچ‌گاه پاسخ نمی‌دهد',
  refuse: 'قطع اتصال پیش از انجام کار',
  lose: 'کار انجام می‌شود ولی پاسخ گم می‌شود',
  half: 'کار انجام می‌شود ولی پاسخ نیمه‌کاره می‌ماند',
  error: 'خطای ۵۰۰',
  busy: 'شلوغ: ۴۲۹ و «بعداً بیایید»',
  garbage: 'پاسخ ناخوانا',
  unknown: 'نتیجه‌ای که در قرارداد نیست',
} as const

export type FaultKind = keyof typeof faultKinds
const kinds = Object.keys(faultKinds) as FaultKind[]

export const Fault = z.object({
  kind: z.enum(kinds),
  /** Milliseconds: how long `delay` and `late` keep the caller waiting; after how long `busy` invites her back, in whole seconds. */
  ms: z.int().min(0).max(600_000).optional(),
  /** How many calls it strikes; every call when absent. */
  times: z.int().min(1).optional(),
  /** Strikes only calls whose path contains this. */
  path: z.string().min(1).optional(),
})
export type Fault = z.infer<typeof Fault>
