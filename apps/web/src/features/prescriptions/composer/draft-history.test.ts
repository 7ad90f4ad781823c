import { expect, test } from 'vitest'
import { drugs } from '../testing/examples.ts'
import type { Draft } from './draft.ts'
import { type DraftHistory, MOST_STEPS, type Step, historyOf, step } from './draft-history.ts'

const empty: Draft = { items: [], diagnosis: null, noteToPatient: '' }
const after = (...steps: Step[]): DraftHistory => steps.reduce(step, historyOf(empty))
const note = (text: string): Step => ({ do: 'note', text })
const diagnose = (code: string): Step => ({ do: 'diagnose', diagnosis: { code, title: code } })
const undo: Step = { do: 'undo' }
const redo: Step = { do: 'redo' }

test('each step is taken back in its turn, and done again', () => {
  expect(after(diagnose('A'), diagnose('B'), undo).now.diagnosis?.code).toBe('A')
  expect(after(diagnose('A'), diagnose('B'), undo, undo).now.diagnosis).toBeNull()
  expect(after(diagnose('A'), diagnose('B'), undo, undo, redo, redo).now.diagnosis?.code).toBe('B')
})

test('letters of one note are one step', () => {
  const written = after(diagnose('A'), note('ب'), note('با'), note('با آب'))
  expect(step(written, undo).now).toMatchObject({ noteToPatient: '', diagnosis: { code: 'A' } })
})

test('a note begun again after undoing is a step of its own', () => {
  expect(after(note('یک'), undo, note('دو'), undo).now.noteToPatient).toBe('')
  expect(after(note('یک'), diagnose('A'), note('دو'), undo).now.noteToPatient).toBe('یک')
})

test('a new step leaves nothing to do again', () => {
  expect(after(diagnose('A'), undo, diagnose('B'), redo).now.diagnosis?.code).toBe('B')
})

test('beyond either end nothing happens', () => {
  expect(after(undo, redo).now).toBe(empty)
})

test('what was taken over from another tab cannot be undone into what was here', () => {
  const theirs: Draft = { ...empty, noteToPatient: 'از جای دیگر' }
  expect(after(note('از اینجا'), { do: 'take', draft: theirs }, undo).now).toBe(theirs)
})

test('no more than so many steps are kept', () => {
  const many = after(...Array.from({ length: MOST_STEPS + 20 }, (_, n) => diagnose(drugs[0]?.code.concat(String(n)) ?? '')))
  expect(many.past).toHaveLength(MOST_STEPS)
  expect(Array.from({ length: MOST_STEPS + 1 }).reduce<DraftHistory>((history) => step(history, undo), many).now.diagnosis?.code).toMatch(/19$/)
})
