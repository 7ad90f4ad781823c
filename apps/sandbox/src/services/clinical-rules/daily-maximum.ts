import type { Drug } from '../../catalogue/drug.ts'
import type { Guidance } from './guidance.ts'
import { type Order, withDose } from './order.ts'

/** Twice the maximum is no slip of the pen that a warning would mend. */
const FAR_ABOVE = 2

/** More a day than the catalogue's maximum; only for forms that are counted and have one strength. */
export const dailyMaximum = (orders: readonly Order[]): Guidance[] => orders.flatMap(aboveMaximum)

function aboveMaximum(order: Order): Guidance[] {
  const limit = limitOf(order.drug)
  const { dose, perDay, drug } = order
  if (limit === null || dose === null || perDay === null) return []
  const daily = dose * perDay * limit.perUnit
  if (daily <= limit.maximum) return []
  const allowed = Math.floor((2 * limit.maximum) / (perDay * limit.perUnit)) / 2
  const most = `${said(limit.maximum)} میلی‌گرم`
  return [
    {
      topic: 'daily-maximum',
      rule: `daily-maximum:${drug.innEn.toLowerCase()}`,
      about: [order],
      indicator: daily >= FAR_ABOVE * limit.maximum ? 'critical' : 'warning',
      summary: `${drug.innFa}: ${said(daily)} میلی‌گرم در روز از بیشینهٔ ${most} بیشتر است`,
      advice: 'مقدار هر بار یا دفعات را کم کنید.',
      ...(allowed >= 0.5 && {
        suggestion: {
          label: `هر بار ${said(allowed)} ${drug.formFa}`,
          actions: [{ type: 'update' as const, description: `هر بار ${said(allowed)} ${drug.formFa}، تا ${most} در روز`, resource: withDose(order, allowed) }],
        },
      }),
      reasons: ['specialist-advice', 'monitored', 'intended'],
    },
  ]
}

const said = (value: number) => value.toLocaleString('fa-IR', { useGrouping: false, maximumFractionDigits: 2 })

interface Limit {
  /** Both in milligrams. */
  perUnit: number
  maximum: number
}

function limitOf({ formEn, strength, maxDailyDose }: Drug): Limit | null {
  const isCounted = /^(TABLET|CAPSULE|SUPPOSITORY)/.test(formEn)
  const perUnit = milligramsIn(strength)
  const maximum = milligramsIn(maxDailyDose)
  return !isCounted || perUnit === null || maximum === null ? null : { perUnit, maximum }
}

const milligramsOf: Record<string, number> = { g: 1_000, mg: 1, mcg: 0.001 }

/** Of «500 mg» or «0.5 g»; null for anything else, of which no sum could be made. */
function milligramsIn(text: string): number | null {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) (g|mg|mcg)$/.exec(text.trim()) ?? []
  const known = milligramsOf[unit]
  return number === undefined || known === undefined ? null : Number(number) * known
}
