import { foldPersian, toLatinDigits } from '../../text.ts'

const numerals = (
  [
    ['یک ?و ?نیم', '1.5'], ['دو ?و ?نیم', '2.5'], ['یک ?چهارم|ربع', '0.25'], ['سه ?چهارم', '0.75'], ['نصف|نصفه|نیم', '0.5'], ['یکبار', '1 بار'], ['دوبار', '2 بار'],
    ['سه ?بار', '3 بار'], ['یک', '1'], ['دو', '2'], ['سه', '3'], ['چهار', '4'], ['پنج', '5'], ['شش', '6'], ['هفت', '7'], ['هشت', '8'], ['نه', '9'], ['ده', '10'],
    ['دوازده', '12'], ['چهارده', '14'], ['پانزده', '15'], ['بیست', '20'], ['سی(?! ?سی)(?<!سی سی)', '30'],
  ] as const
).map(([word, digits]) => [new RegExp(`(?<![\\p{L}\\d.])(?:${word})(?![\\p{L}\\d])`, 'gu'), digits] as const)

const decimals: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' }

/**
 * One spelling of a line: small letters, Latin digits, numerals as digits, spaces for half-spaces, `;` for any stop. A comma or «٫»
 * between digits is a decimal point; a slash never is, because «۲/۵» is 2.5 to one reader and two fifths to another, and a comma before
 * three digits becomes one, because it may part thousands.
 */
export function spell(typed: string): string {
  const text = toLatinDigits(foldPersian(typed.replace(/\n/g, ' ; ')))
    .toLowerCase()
    .replace(/\u200c/g, ' ')
    .replace(/(?:(?<![\d.])(\d{1,2}) ?)?([½¼¾])/g, (_, whole: string | undefined, part: string) => ` ${whole ?? '0'}.${decimals[part] ?? ''}`)
    .replace(/(\d),(\d{3})(?!\d)/g, '$1/$2')
    .replace(/(\d)[٫,](\d)/g, '$1.$2')
    .replace(/[×*]/g, 'x')
    .replace(/[،,؛;]|\.(?!\d)/g, ' ; ')
    .replace(/[()]/g, (bracket) => ` ${bracket} `)
    .replace(/[-=–]?[>→]/g, ' then ')
  return numerals.reduce((spelt, [pattern, digits]) => spelt.replace(pattern, digits), ` ${text} `).replace(/\s+/g, ' ').trim()
}
