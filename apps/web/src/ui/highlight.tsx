import { foldPersian, toLatinDigits } from '@noskhe/shared/text'

// Whoever searches seldom types the آ of آموکسی‌سیلین.
const fold = (text: string) => toLatinDigits(foldPersian(text)).replace(/[آأإ]/g, 'ا').toLowerCase()

/** Where a word of the query begins a part of the text, letter by letter: an Arabic ي finds a Persian ی, an ا an آ, a ۵ a 5. */
export function markedRanges(text: string, query: string): [from: number, to: number][] {
  const letters = Array.from({ length: text.length }, (_, at) => fold(text.charAt(at)) || text.charAt(at)).join('')
  if (letters.length !== text.length) return []
  const words = fold(query).split(/\s+/).filter(Boolean)
  const found = words.flatMap((word): [number, number][] => {
    const at = letters.indexOf(word)
    return at < 0 ? [] : [[at, at + word.length]]
  })
  return found.sort((a, b) => a[0] - b[0]).filter(([from], place, all) => place === 0 || from >= (all[place - 1]?.[1] ?? 0))
}

/** A text with the words of the query marked in it. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const ranges = markedRanges(text, query)
  let shown = 0
  const parts = ranges.map(([from, to]) => {
    const before = text.slice(shown, from)
    shown = to
    return (
      <span key={from}>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </span>
    )
  })
  return (
    <>
      {parts}
      {text.slice(shown)}
    </>
  )
}
