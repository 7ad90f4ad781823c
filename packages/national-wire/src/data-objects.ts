import * as z from 'zod'

/** The data objects of the Ministry's messages, spelled as the published SDK spells them. */

export const DoCodedText = z.object({ Value: z.string(), Terminology_id: z.string(), Coded_string: z.string() })
export type DoCodedText = z.infer<typeof DoCodedText>

export const DoIdentifier = z.object({ Issuer: z.string(), Assigner: z.string(), ID: z.string().min(1), Type: z.string() })
export type DoIdentifier = z.infer<typeof DoIdentifier>

/** A magnitude with its unit; whole, because what is counted and what is paid is. */
export const DoQuantity = z.object({ Magnitude: z.int(), Unit: z.string() })
export type DoQuantity = z.infer<typeof DoQuantity>

/** A Jalali day. */
export const DoDate = z.object({ Year: z.int(), Month: z.int().min(1).max(12), Day: z.int().min(1).max(31) })
export type DoDate = z.infer<typeof DoDate>

/** What DITAS services wrap their answer in; `data` is null where `isSuccess` is false. */
export const ditasReply = <T extends z.ZodType>(data: T) =>
  z.object({
    data: data.nullable(),
    isSuccess: z.boolean(),
    waitTime: z.number(),
    statusCode: z.int(),
    message: z.array(z.string()),
  })
export interface DitasReply<T> {
  data: T | null
  isSuccess: boolean
  waitTime: number
  statusCode: number
  message: string[]
}

/** Words of ours for the codes of one terminology, there and back. */
export const coded = <K extends string>(terminology: string, codes: Record<K, string>) => ({
  toWire: (word: K): DoCodedText => ({ Value: word, Terminology_id: terminology, Coded_string: codes[word] }),
  /** Null for a code that this list does not have. */
  fromWire: ({ Coded_string }: DoCodedText): K | null => (Object.keys(codes) as K[]).find((word) => codes[word] === Coded_string) ?? null,
})

/** Jalali `YYYY-MM-DD` to a data object and back. */
export function toDoDate(jalaliDay: string): DoDate {
  const [Year = 0, Month = 0, Day = 0] = jalaliDay.split('-').map(Number)
  return { Year, Month, Day }
}
export const fromDoDate = ({ Year, Month, Day }: DoDate): string =>
  [Year, String(Month).padStart(2, '0'), String(Day).padStart(2, '0')].join('-')

/** Who is who in an identifier: issuer, assigner and type of each registry, as seen in the packets. */
export const identifierOf = {
  nationalCode: (id: string): DoIdentifier => ({ Issuer: 'National_Org_Civil_Reg', Assigner: 'National_Org_Civil_Reg', ID: id, Type: 'National_Code' }),
  fida: (id: string): DoIdentifier => ({ Issuer: 'MOI_Foreigners', Assigner: 'MOI_Foreigners', ID: id, Type: 'FIDA' }),
  uniqueId: (id: string): DoIdentifier => ({ Issuer: 'MOHME_IT', Assigner: 'MOHME_IT', ID: id, Type: 'Unique_ID' }),
  insuranceCode: (id: string): DoIdentifier => ({ Issuer: 'Armed_Forces', Assigner: 'Armed_Forces', ID: id, Type: 'Insurance_Code' }),
  centre: (id: string): DoIdentifier => ({ Issuer: 'MOHME_IT', Assigner: 'MOHME_IT', ID: id, Type: 'Org_ID' }),
  council: (id: string): DoIdentifier => ({ Issuer: 'Med_Council', Assigner: 'Med_Council', ID: id, Type: 'Med_ID' }),
}
