/** A source of numbers below `below`, the same ones in every run (xorshift). */
export function repeatable(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** The word with one slip of the fingers after its first letter: a letter left out, added, wrong, or two swapped. */
export function slip(word: string, random: (below: number) => number): string {
  const at = 1 + random(word.length - 2)
  const letters = /[a-z]/.test(word) ? 'abcdefghilmnoprstvxyz' : 'ابتدرزسفکلمنویپ'
  const letter = letters[random(letters.length)] ?? ''
  const before = word.slice(0, at)
  switch (random(4)) {
    case 0: return before + word.slice(at + 1)
    case 1: return before + letter + word.slice(at)
    case 2: return before + letter + word.slice(at + 1)
    default: return before + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
  }
}
