/** What one takes of a form at a time; the first is the usual one. */
const units: readonly { form: RegExp; units: readonly string[] }[] = [
  { form: /قطره/, units: ['قطره'] },
  { form: /کپسول/, units: ['کپسول'] },
  { form: /قرص/, units: ['قرص'] },
  { form: /شربت|سوسپانسیون|محلول|الگزیر|امولسیون/, units: ['میلی‌لیتر', 'قاشق'] },
  { form: /اسپری|استنشاق|افشانه/, units: ['پاف'] },
  { form: /کرم|پماد|ژل|لوسیون/, units: ['بار مالیدن', 'گرم'] },
  { form: /شیاف/, units: ['شیاف'] },
  { form: /آمپول|ویال|تزریق|سرنگ|قلم/, units: ['آمپول', 'واحد', 'میلی‌لیتر'] },
  { form: /پودر|ساشه|گرانول/, units: ['ساشه', 'قاشق'] },
  { form: /چسب|برچسب/, units: ['عدد'] },
]

/** Units offered for a form, «عدد» among them always. */
export const unitsOf = (form: string): readonly string[] => {
  const known = units.find((it) => it.form.test(form))?.units ?? []
  return known.includes('عدد') ? known : [...known, 'عدد']
}

export const unitOf = (form: string): string => unitsOf(form)[0] ?? 'عدد'

/** Other ways to write a unit in a hurry. */
const alsoWritten: Record<string, readonly string[]> = {
  'میلی‌لیتر': ['ml', 'cc', 'سی سی', 'سیسی', 'میلی لیتر', 'میل'],
  قرص: ['tab', 'tabs', 't'],
  کپسول: ['cap', 'caps'],
  قطره: ['gtt', 'drop', 'drops'],
  پاف: ['puff', 'puffs', 'اسپری'],
  آمپول: ['amp', 'vial', 'ویال'],
  واحد: ['u', 'iu', 'unit', 'units'],
  گرم: ['g', 'gr'],
}

/** The unit of this form that was meant, or null where the form is not taken so. */
export const unitNamed = (form: string, written: string): string | null =>
  unitsOf(form).find((unit) => unit === written || alsoWritten[unit]?.includes(written)) ?? null

/** Units that are also what the pharmacy counts out; of the others (millilitres, drops, puffs) it gives whole bottles. */
const counted = new Set(['قرص', 'کپسول', 'شیاف', 'آمپول', 'ساشه', 'عدد'])

export const isCounted = (unit: string): boolean => counted.has(unit)
