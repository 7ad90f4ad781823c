import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { toPersianDigits } from '@noskhe/shared/text'

export const CODE_TRIES = 5
export const CODE_LIFE_MS = 2 * 60_000

export const makeCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** Keyed, so that a million guesses over a stolen table lead nowhere; bound to one attempt. */
export const hashOfCode = (secretKey: Buffer, attemptId: string, code: string): string =>
  createHmac('sha256', secretKey).update(`one-time-code|${attemptId}|${code}`).digest('base64url')

export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The last line binds the code to our address, so that phones offer it on our page only (WICG origin-bound codes). */
export const messageOf = (code: string, publicUrl: string): string =>
  `کد ورود به نسخه: ${code}\nدو دقیقه اعتبار دارد. آن را به هیچ‌کس نگویید.\n\n@${new URL(publicUrl).hostname} #${code}`

/** «۰۹۱۲•••۰۲۷۱»: enough for her to know which phone to look at. */
export const maskedMobile = (mobile: string): string => toPersianDigits(`${mobile.slice(0, 4)}•••${mobile.slice(-4)}`)
