import { z } from 'zod'
import { bill } from './ihio/bill.ts'
import { delivery } from './ihio/delivery.ts'
import { partner } from './ihio/partner.ts'
import { prescription } from './ihio/prescription.ts'
import { product } from './ihio/product.ts'
import { samad } from './ihio/samad.ts'
import { session } from './ihio/session.ts'
import { subscription } from './ihio/subscription.ts'

/**
 * Salamat (IHIO) e-prescription API 3.07.1, the part that Noskhe speaks. Every operation is `POST <base>/service/<name>`
 * with a JSON body and the four headers below. `docs/national-services/ihio.md` tells where the contract is unclear.
 */
export const operations = { ...session, ...samad, ...product, ...subscription, ...prescription, ...delivery, ...partner, ...bill }

export type OperationName = keyof typeof operations
export type RequestOf<N extends OperationName> = z.input<(typeof operations)[N]['request']>
/** The body of a success as we read it. */
export type InfoOf<N extends OperationName> = z.output<(typeof operations)[N]['info']>
/** The body of a success as it is written. */
export type InfoWritten<N extends OperationName> = z.input<(typeof operations)[N]['info']>

/** Who calls, on every operation but the token. Header values are Latin text. */
export interface CallerHeaders {
  terminalId: string
  token: string
  clientIPAddress: string
  clientAgentInfo: string
}

/**
 * What every answer is wrapped in. `resCode` 0 or 1 is a success, everything else a refusal (the token operation prints its
 * refusals as positive numbers). Words come as `resMessage` or `message`, or not at all.
 */
export const Envelope = z.looseObject({
  resCode: z.number(),
  resMessage: z.string().nullish(),
  message: z.string().nullish(),
  info: z.unknown().optional(),
})
export type Envelope = z.infer<typeof Envelope>

/**
 * Where the body of a success stands. Some samples print it beside `info`: the token as `exampleToken`, lists of products as
 * `products`.
 */
export function bodyOf(envelope: Envelope): unknown {
  if (envelope.info !== undefined && envelope.info !== null) return envelope.info
  if (envelope['exampleToken'] !== undefined) return { token: envelope['exampleToken'] }
  return envelope['products']
}

export const isSuccess = (resCode: number): boolean => resCode === 0 || resCode === 1
