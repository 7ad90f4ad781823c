import type { ServiceList } from './code.ts'

/** Rial for one unit of the technical and of the professional part. */
interface Coefficients {
  technical: number
  professional: number
}

/** Of 1404, for what may be given out- and inpatient alike (#). Dentistry has its own, which is our estimate. */
const usual: Coefficients = { technical: 2_750_000, professional: 770_000 }
const byList: Partial<Record<ServiceList, Coefficients>> = { dental: { technical: 1_900_000, professional: 1_550_000 } }

/** The tariff of one time in whole thousands of Rial: technical RVU × K + professional RVU × K. */
export function tariffOf(list: ServiceList, { technical, professional }: Coefficients): number {
  const k = byList[list] ?? usual
  return Math.round((technical * k.technical + professional * k.professional) / 1_000) * 1_000
}
