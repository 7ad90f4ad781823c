import * as z from 'zod'

/** `14050904`. */
export const TaminDate = z.string().regex(/^1[34]\d{6}$/)

/** Ours: what stands around the answer to a question. Of a refusal `data` is null. */
export const asked = <T extends z.ZodType>(data: T) =>
  z.object({ data: data.nullable(), error_Code: z.string().nullable(), error_Msg: z.string().nullable() })

/** Ours: what stands around a reference list. */
export const listed = <T extends z.ZodType>(row: T) => z.object({ data: z.object({ list: z.array(row) }) })
