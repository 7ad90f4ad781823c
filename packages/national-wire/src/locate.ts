import * as z from 'zod'
import { DoIdentifier, ditasReply } from './data-objects.ts'

/** Ours: how the exchange finds the insurer that keeps a prescription (9-2-3). */
export const LocateRequest = z.union([z.object({ hid: z.string() }), z.object({ trackingCode: z.string() })])

export const LocateReply = ditasReply(
  z.array(
    z.object({
      /** Code of thritaEHR.insurer. */
      insurer: z.string(),
      person: DoIdentifier,
      trackingCode: z.string(),
      visitRef: z.string().nullable(),
      registeredAt: z.iso.datetime(),
    }),
  ),
)
