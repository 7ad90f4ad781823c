import type { Request, Response } from 'express'
import type * as z from 'zod'
import type { DitasReply } from '@noskhe/national-wire/data-objects'
import type { UnknownAnswer } from './service.ts'

/** The envelope of the DITAS services around an answer. */
export const success = <T>(data: T): DitasReply<T> => ({ data, isSuccess: true, waitTime: 0, statusCode: 200, message: [] })

/** The same around a refusal; `statusCode` is the service's own and travels in an HTTP 200, as in the real ones. */
export const refusal = (statusCode: number, message: string): DitasReply<never> => ({
  data: null, isSuccess: false, waitTime: 0, statusCode, message: [message],
})

/** For services behind the gateway whose answers are told by `statusCode`: one that no contract lists. */
export const unknownRefusal = { instead: () => refusal(799, 'کد ۷۹۹') } satisfies UnknownAnswer

/** For services whose answers are told by words: theirs, with these values wherever these keys stand. */
export const unknownWords = (words: Record<string, string>): UnknownAnswer => ({
  changed: (answer) => JSON.parse(JSON.stringify(answer), (key, value: unknown) => (typeof value === 'string' ? (words[key] ?? value) : value)) as unknown,
})

/** Reads the body by its schema, or answers 400 naming the wrong fields and gives null. */
export function readBody<T extends z.ZodType>(schema: T, req: Request, res: Response): z.infer<T> | null {
  const parsed = schema.safeParse(req.body)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'body').join(', ')
  res.status(400).json(refusal(400, `The value of ${fields} is not valid`))
  return null
}
