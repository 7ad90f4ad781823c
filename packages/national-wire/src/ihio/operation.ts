import { z } from 'zod'

/**
 * One published operation: POST /service/<name>. `request` is what is written and is strict about values, keys that were
 * not published are dropped; `info` is the body of a success as it is read: what the contract leaves optional may be
 * missing or null, and unknown keys are ignored.
 */
export interface Operation<Q extends z.ZodType = z.ZodType, I extends z.ZodType = z.ZodType> {
  request: Q
  info: I
}

export const operation = <Q extends z.ZodType, I extends z.ZodType>(request: Q, info: I): Operation<Q, I> => ({ request, info })

/** Sessions are opaque text. */
export const sessionId = z.string().min(1)
/** Where both sessions are asked for. */
export const bothSessions = { cpartySessionId: sessionId, citizenSessionId: sessionId }

/** National code (10 digits), FIDA (12) or another number of the insured; the sample prints `1234567890`. */
export const nationalNumber = z.string().regex(/^[0-9A-Za-z]{8,16}$/)
/**
 * Codes that the insurer gave out go back as they came: their shapes differ between the samples (`SAMAD6789012345`, 18 digits;
 * `TRK123456789`, 5 digits; `CHK12345`, 31 digits), so that the insurer alone judges them.
 */
const givenOut = z.string().min(1).max(64)
export const samadCode = givenOut
export const printCode = givenOut
export const checkCode = givenOut
/** Jalali YYYYMMDD. */
export const compactDate = z.string().regex(/^1[34]\d{6}$/)
/** A Jalali day as a number: 14050904. */
export const dayNumber = z.int().min(13_000_101).max(14_991_230)
/** UID of a pack. */
export const packUid = z.string().regex(/^\d{20}$/)
/** A whole number within the published int32. */
export const int32 = z.int().min(0).max(2_147_483_647)

/** Codes are text to us; the contract prints some of them as numbers. */
export const codeRead = z.union([z.string(), z.number()]).transform(String)
/** Read as text where a sample prints a bare number (`cellPhoneNumber`). */
export const textRead = z.union([z.string(), z.number().transform(String)]).nullish()
export const numberRead = z.number().nullish()

/** Messages come as text or as {text, type}, in lists that may be missing; some answers carry `reason` or `detail` instead. */
export const messageRead = z
  .looseObject({
    infoMessage: z.array(z.union([z.string(), z.looseObject({ text: textRead, type: textRead })])).nullish(),
    snackMessage: z.array(z.union([z.string(), z.looseObject({ text: textRead, type: textRead })])).nullish(),
    reason: textRead,
    detail: textRead,
  })
  .nullish()
