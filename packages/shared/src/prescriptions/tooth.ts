import { toPersianDigits } from '../text.ts'

/** Teeth of a quadrant from the middle outwards, as FDI (ISO 3950) numbers them. */
const permanent = ['پیشین میانی', 'پیشین کناری', 'نیش', 'آسیای کوچک اول', 'آسیای کوچک دوم', 'آسیای بزرگ اول', 'آسیای بزرگ دوم', 'آسیای بزرگ سوم (عقل)']
const milk = ['پیشین میانی شیری', 'پیشین کناری شیری', 'نیش شیری', 'آسیای اول شیری', 'آسیای دوم شیری']

/** Sides are the patient's own. */
const quadrants = ['بالا راست', 'بالا چپ', 'پایین چپ', 'پایین راست']

/** Every tooth by its FDI number, in the rows of a chart as one looks at the patient: her right side is on the left. */
export const teethRows = (of: 'permanent' | 'milk'): readonly (readonly string[])[] => {
  const [first, count] = of === 'permanent' ? [1, permanent.length] : [5, milk.length]
  const outwards = Array.from({ length: count }, (_, at) => at + 1)
  const row = (right: number, left: number) => [...outwards.toReversed().map((at) => `${right}${at}`), ...outwards.map((at) => `${left}${at}`)]
  return [row(first, first + 1), row(first + 3, first + 2)]
}

/** «آسیای بزرگ اول پایین چپ» for 36; the number alone where there is no such tooth. */
export function toothName(tooth: string): string {
  const quadrant = Number(tooth[0])
  const name = (quadrant <= 4 ? permanent : milk)[Number(tooth[1]) - 1]
  const place = quadrants[(quadrant - 1) % 4]
  return name === undefined || place === undefined ? toPersianDigits(tooth) : `${name} ${place}`
}

/** «دندان ۳۶ (آسیای بزرگ اول پایین چپ)». */
export const toothInWords = (tooth: string): string => `دندان ${toPersianDigits(tooth)} (${toothName(tooth)})`
