import { expect, test } from 'vitest'
import { csvOf } from './looks-csv.ts'

test('cells are quoted, lines end as the standard says, and the file says that it is UTF-8', () => {
  expect(csvOf([['کی', 'که'], ['a,b', 'گفت "نه"']])).toBe('\ufeff"کی","که"\r\n"a,b","گفت ""نه"""\r\n')
})

test.each(['=1+1', '+98', '-1', '@sum', '\tx'])('%j is no formula for a spreadsheet', (cell) => {
  expect(csvOf([[cell]])).toBe(`\ufeff"'${cell}"\r\n`)
})
