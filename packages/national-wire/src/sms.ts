import * as z from 'zod'
import { ditasReply } from './data-objects.ts'

/** Ours: the operator's interface is chosen at deployment. `key` makes a repeat harmless. */
export const SmsRequest = z.object({ to: z.string(), text: z.string().min(1).max(1000), key: z.string().min(1).max(200) })
export const SmsReply = ditasReply(z.object({ messageId: z.string() }))
