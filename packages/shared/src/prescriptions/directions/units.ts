/** What one takes of a form at a time; the first is the usual one. A spoon is named whole: «قاشق» alone may be 5 ml or 10. */
const units: readonly { form: RegExp; units: readonly string[] }[] = [
  { form: /قطره/, units: ['قطره'] },
  { form: /دهان.?شویه|موضعی|شامپو/, units: ['میلی‌لیتر', 'لایهٔ نازک'] },
  { form: /کپسول|پرل/, units: ['کپسول'] },
  { form: /قرص/, units: ['قرص'] },
  { form: /قلم|کارتریج/, units: ['قلم', 'واحد', 'میلی‌لیتر'] },
  { form: /آمپول|ویال|تزریق|سرنگ|سرم|انفوزیون/, units: ['آمپول', 'ویال', 'سرنگ', 'واحد', 'میلی‌لیتر'] },
  { form: /اسپری|استنشاق|افشانه/, units: ['پاف'] },
  { form: /کرم|پماد|ژل|لوسیون|خمیر/, units: ['لایهٔ نازک', 'بند انگشت', 'گرم'] },
  { form: /شیاف/, units: ['شیاف'] },
  { form: /ساشه|گرانول/, units: ['ساشه'] },
  { form: /شربت|سوسپانسیون|محلول|الگزیر|امولسیون|مایع/, units: ['میلی‌لیتر', 'قاشق چای‌خوری', 'قاشق غذاخوری'] },
  { form: /پودر/, units: ['ساشه', 'قاشق چای‌خوری', 'قاشق غذاخوری'] },
  { form: /چسب|برچسب|پچ/, units: ['برچسب'] },
]

/** Units offered for a form, «عدد» among them always. What has so many units in a millilitre is taken by the unit. */
export function unitsOf(form: string, strength = ''): readonly string[] {
  const known = units.find((it) => it.form.test(form))?.units ?? []
  const usual = known.includes('واحد') && /U\/mL/i.test(strength) ? ['واحد'] : []
  return [...new Set([...usual, ...known, 'عدد'])]
}

export const unitOf = (form: string, strength = ''): string => unitsOf(form, strength)[0] ?? 'عدد'

/** Nobody takes more at a time: such a number is a strength, or a slip. Of insulin that is less than of heparin. */
export const mostAtATime = (unit: string, strength: string): number => {
  if (unit === 'واحد') return /^100 U/i.test(strength) ? 300 : 50_000
  return isCounted(unit) ? 20 : 100
}

/** Units that are also what the pharmacy counts out; of the others (millilitres, drops, puffs) it gives whole packs. */
const counted = new Set(['قرص', 'کپسول', 'شیاف', 'آمپول', 'ویال', 'سرنگ', 'قلم', 'ساشه', 'برچسب', 'عدد'])

export const isCounted = (unit: string): boolean => counted.has(unit)

/** Whether «one of it a time» goes without saying: a tablet, a layer of cream; never a millilitre, a drop or a unit of insulin. */
export const isOneUnsaid = (unit: string): boolean => isCounted(unit) || unit === 'لایهٔ نازک'

/** Other ways to write a unit in a hurry, as they are spelt once read. */
const alsoWritten: Record<string, readonly string[]> = {
  'میلی‌لیتر': ['ml', 'cc', 'سی سی', 'سیسی', 'میلی لیتر', 'میل'],
  'قاشق چای‌خوری': ['tsp', 'قاشق چای خوری', 'قاشق چایخوری', 'ق چ'],
  'قاشق غذاخوری': ['tbsp', 'قاشق غذا خوری', 'قاشق سوپ خوری', 'ق غ'],
  قرص: ['tab', 'tabs', 'tablet', 'tablets', 't'],
  کپسول: ['cap', 'caps', 'capsule', 'capsules'],
  قطره: ['gtt', 'gtts', 'drop', 'drops'],
  پاف: ['puff', 'puffs', 'اسپری', 'spray', 'sprays'],
  آمپول: ['amp', 'amps'],
  ویال: ['vial', 'vials'],
  سرنگ: ['syringe', 'syringes'],
  قلم: ['pen', 'pens'],
  شیاف: ['supp', 'suppository'],
  ساشه: ['sachet', 'sachets'],
  برچسب: ['patch', 'patches', 'چسب', 'پچ'],
  واحد: ['u', 'iu', 'unit', 'units'],
  گرم: ['g', 'gr', 'gram'],
  'لایهٔ نازک': ['لایه نازک', 'لایه', 'thin layer', 'layer'],
  'بند انگشت': ['ftu'],
  عدد: ['دانه'],
}

const spellings = new Map(Object.entries(alsoWritten).flatMap(([unit, others]) => [unit.replace(/\u200c/g, ' ').replace('ٔ', ''), ...others].map((it) => [it, unit] as const)))

/** Everything by which some unit may be written, the longest first. */
export const unitSpellings: readonly string[] = [...spellings.keys()].toSorted((a, b) => b.length - a.length)

/** The unit of this form that was meant, or null where the form is not taken so. An ampoule and a vial are one thing to who writes in a hurry. */
export function unitNamed(form: string, written: string): string | null {
  const unit = spellings.get(written)
  return unit !== undefined && unitsOf(form).includes(unit) ? unit : null
}

/** Where a drop or a spray goes; null for what has no sides. */
export function organOf(form: string): 'چشم' | 'گوش' | 'بینی' | null {
  if (/چشم/.test(form)) return 'چشم'
  if (/گوش/.test(form)) return 'گوش'
  return /بینی/.test(form) ? 'بینی' : null
}
