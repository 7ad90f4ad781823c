/** One generic drug of the national catalogue as MKSA and the insurers know it. All codes are synthetic. */
export interface Drug {
  /** eRx generic code, five digits from the synthetic range 9xxxx. */
  genericCode: string
  /** Licence code of the reference product, sixteen digits from the synthetic range 9999…. */
  irc: string
  nameFa: string
  nameEn: string
  innEn: string
  innFa: string
  formEn: string
  formFa: string
  routeEn: string
  routeFa: string
  strength: string
  atc: string
  legalClass: 'RX' | 'OTC' | 'NARCOTIC' | 'CONTROLLED'
  brandsFa: string[]
  brandsEn: string[]
  /** Whether the basic insurers cover it. */
  isCovered: boolean
  /** Reference price of one unit in Rial. */
  basePrice: number
  /** Most units the insurer covers on one prescription; null where it sets no ceiling. */
  maxQuantity: number | null
  /** Whether the insurer wants a document (file) before it pays. */
  needsDocument: boolean
  /** Usual directions and daily maximum as authored; shown as the sandbox's, never filled in for the doctor. */
  usualSig: string
  maxDailyDose: string
}
