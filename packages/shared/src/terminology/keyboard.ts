/** The standard Persian keyboard (ISIRI 9147), key by key; `\` and `m` also as on the older Windows one. */
const keys: readonly [latin: string, persian: string][] = [
  ['q', 'ض'], ['w', 'ص'], ['e', 'ث'], ['r', 'ق'], ['t', 'ف'], ['y', 'غ'], ['u', 'ع'], ['i', 'ه'], ['o', 'خ'], ['p', 'ح'], ['[', 'ج'], [']', 'چ'],
  ['a', 'ش'], ['s', 'س'], ['d', 'ی'], ['f', 'ب'], ['g', 'ل'], ['h', 'ا'], ['j', 'ت'], ['k', 'ن'], ['l', 'م'], [';', 'ک'], ["'", 'گ'],
  ['z', 'ظ'], ['x', 'ط'], ['c', 'ز'], ['v', 'ر'], ['b', 'ذ'], ['n', 'د'], ['m', 'پ'], [',', 'و'], ['C', 'ژ'], ['H', 'آ'],
]
const toPersian = new Map([...keys, ['\\', 'پ'] as const])
const toLatin = new Map([...keys.map(([latin, persian]) => [persian, latin.toLowerCase()] as const), ['ئ', 'm'] as const, ['ي', 'd'] as const, ['ك', ';'] as const])

/**
 * What the same keys would have written on the other keyboard: `Hl,;sd` gives «آموکسی» and «شپخطه» gives `amoxi`. The
 * direction follows the text's own script; null where a text has letters of both, or of neither.
 */
export function onOtherKeyboard(text: string): string | null {
  const isLatin = /[a-z]/i.test(text)
  const isPersian = /\p{Script=Arabic}/u.test(text.replace(/[۰-۹٠-٩]/g, ''))
  if (isLatin === isPersian) return null
  const map = isLatin ? toPersian : toLatin
  return [...text].map((key) => map.get(key) ?? map.get(key.toLowerCase()) ?? key).join('')
}
