const LONGEST = 40
let before = new Uint8Array(LONGEST + 1)
let last = new Uint8Array(LONGEST + 1)
let current = new Uint8Array(LONGEST + 1)

/** More than any number of edits that is asked about. */
export const TOO_FAR = 99

/**
 * The fewest edits (a letter added, left out, put for another, or two neighbours swapped) that turn `word` into the
 * beginning of `term`, which may go on after it as it does while one is typing; `TOO_FAR` when more than `most` are needed.
 */
export function editsToPrefix(word: string, term: string, most: number): number {
  const rows = word.length
  const columns = Math.min(term.length, rows + most)
  if (rows > LONGEST || columns > LONGEST || columns < rows - most) return TOO_FAR
  for (let column = 0; column <= columns; column++) last[column] = column
  for (let row = 1; row <= rows; row++) {
    if (fillRow(word, term, row, columns) > most) return TOO_FAR
    const spare = before
    before = last
    last = current
    current = spare
  }
  let least = TOO_FAR
  for (let column = Math.max(0, rows - most); column <= columns; column++) least = Math.min(least, last[column] ?? TOO_FAR)
  return least > most ? TOO_FAR : least
}

/** Fills `current` from the two rows before it and gives its least value (optimal string alignment). */
function fillRow(word: string, term: string, row: number, columns: number): number {
  const letter = word.charCodeAt(row - 1)
  const letterBefore = word.charCodeAt(row - 2)
  let least = row
  let left = row
  current[0] = row
  for (let column = 1; column <= columns; column++) {
    const other = term.charCodeAt(column - 1)
    let edits = Math.min((last[column] ?? 0) + 1, left + 1, (last[column - 1] ?? 0) + (letter === other ? 0 : 1))
    if (row > 1 && column > 1 && letter === term.charCodeAt(column - 2) && letterBefore === other) {
      edits = Math.min(edits, (before[column - 2] ?? 0) + 1)
    }
    current[column] = edits
    left = edits
    if (edits < least) least = edits
  }
  return least
}
