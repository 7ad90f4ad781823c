import { z } from 'zod'
import { toLatinDigits } from '../text.ts'

/** A decimal as text: what is signed holds strings and integers, never floats (RFC 8785 without surprises). */
export const Decimal = z
  .string()
  .overwrite((typed) => toLatinDigits(typed).trim().replace(/[٫,]/, '.'))
  .regex(/^\d{1,5}(\.\d{1,3})?$/, { error: 'decimal' })
