import { z } from 'zod'
import { toLatinDigits } from './text.ts'

/** Digits as a person types them: any script's digits, spaces and dashes between them. */
const typedDigits = z.string().overwrite((typed) => toLatinDigits(typed).replace(/[\s\u200c-]/g, ''))

/**
 * Whether ten digits are a national code: sum of d(i)·(10−i) modulo 11 gives the check digit; ten equal digits are none.
 */
export function isNationalCode(code: string): boolean {
  if (!/^\d{10}$/.test(code) || /^(\d)\1{9}$/.test(code)) return false
  const digits = [...code].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0)
  const rest = sum % 11
  return digits[9] === (rest < 2 ? rest : 11 - rest)
}

/** کد ملی: ten digits with a check digit, text because of leading zeros (A13). */
export const NationalCode = typedDigits.refine(isNationalCode, { error: 'national-code' }).brand<'NationalCode'>()
export type NationalCode = z.infer<typeof NationalCode>

/** شناسهٔ فیدا of a foreigner: twelve digits; no public check digit. */
export const FidaId = typedDigits.regex(/^\d{12}$/, { error: 'fida' }).brand<'FidaId'>()

/** شناسهٔ یکتا of an unidentified person: issued by the service, opaque to us (A14, A15). */
export const UniqueId = z.string().trim().toUpperCase().regex(/^[0-9A-Z]{8,20}$/, { error: 'unique-id' }).brand<'UniqueId'>()

/** کد بیمهٔ نوزاد نیروهای مسلح, in place of a national code (A17): digits; no format is public. */
export const InsuranceCode = typedDigits.regex(/^\d{8,16}$/, { error: 'insurance-code' }).brand<'InsuranceCode'>()

/** شماره نظام پزشکی: four to eight digits. */
export const CouncilNumber = typedDigits.regex(/^\d{4,8}$/, { error: 'council-number' }).brand<'CouncilNumber'>()
export type CouncilNumber = z.infer<typeof CouncilNumber>

/** شباد: opaque text of at most sixteen capitals and digits; its shape differs from issuer to issuer. */
export const Hid = z
  .string()
  .overwrite((typed) => toLatinDigits(typed).trim().toUpperCase())
  .regex(/^[0-9A-Z]{6,16}$/, { error: 'hid' })

/** Centre id in SIAM; text, opaque. */
export const SiamId = z.string().min(1).max(64).brand<'SiamId'>()
export type SiamId = z.infer<typeof SiamId>

/** شناسهٔ رهگیری کالا on a pack: twenty digits. */
export const PackUid = typedDigits.regex(/^\d{20}$/, { error: 'pack-uid' })

/** Mobile number as 09xxxxxxxxx. */
export const Mobile = typedDigits.regex(/^09\d{9}$/, { error: 'mobile' })

/** A telephone of the country, mobile or not: eleven digits with its leading zero. */
export const Phone = typedDigits.regex(/^0\d{10}$/, { error: 'phone' })

/** UUIDv7, made by us. */
export const Id = z.uuid()

/** How a patient is named to the national services, and by which kind of number. */
export const Identity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('national-code'), value: NationalCode }),
  z.object({ kind: z.literal('fida'), value: FidaId }),
  z.object({ kind: z.literal('unique-id'), value: UniqueId }),
  z.object({ kind: z.literal('insurance-code'), value: InsuranceCode }),
]).meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>
