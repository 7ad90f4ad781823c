import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Highlight } from './highlight.tsx'

const marked = (text: string, query: string) =>
  Array.from(render(<Highlight text={text} query={query} />).container.querySelectorAll('mark'), (mark) => mark.textContent)

test.each([
  ['AMOXICILLIN 500', 'amox', ['AMOX']],
  ['قرص کلسیم', 'كلسيم', ['کلسیم']],
  ['آموکسی‌سیلین', 'اموکسی', ['آموکسی']],
  ['500 mg', '۵۰۰', ['500']],
  ['AMOXICILLIN 500 mg', '500 amox', ['AMOX', '500']],
  ['aspirin', 'amox', []],
])('in «%s» the words of «%s» are marked', (text, query, expected) => {
  expect(marked(text, query)).toEqual(expected)
})

test('the text itself is kept, whatever is marked', () => {
  expect(render(<Highlight text="AMOXICILLIN 500 mg" query="500 amox" />).container.textContent).toBe('AMOXICILLIN 500 mg')
})
