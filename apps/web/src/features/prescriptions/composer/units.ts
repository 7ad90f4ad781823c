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
