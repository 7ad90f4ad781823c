import type { Request, Response } from 'express'
import type * as z from 'zod'
import type { DitasReply } from '@noskhe/national-wire/data-objects'

/** The envelope of the DITAS services around an answer. */
export const success = <T>(data: T): DitasReply<T> => ({ data, isSuccess: true, waitTime: 0, statusCode: 200, message: [] })

/** The same around a refusal; `statusCode` is the service's own and travels in an HTTP 200, as in the real ones. */
export const refusal = (statusCode: number, message: string): DitasReply<never> => ({
  data: null, isSuccess: false, waitTime: 0, statusCode, message: [message],
})

/** Reads the body by its schema, or answers 400 naming the wrong fields and gives null. */
export function readBody<T extends z.ZodType>(schema: T, req: Request, res: Response): z.infer<T> | null {
  const parsed = schema.safeParse(req.body)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'body').join(', ')
  res.status(400).json(refusal(400, `The value of ${fields} is not valid`))
  return null
}
