import { Failure } from '@noskhe/shared/failure'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeError } from './log.ts'

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test.each([
  ['a parser', () => JSON.parse('زهرا احمدی‌فر') as unknown, 'SyntaxError'],
  ['a check', () => z.object({ hid: z.enum(['a']) }).parse({ hid: '12345AA9AA' }), 'ZodError'],
  ['the language', () => BigInt('1384950613x'), 'SyntaxError'],
])('what %s says of a value is not told, where it was thrown is', (_who, work, type) => {
  const described = describeError(thrownBy(work))
  expect(described).toMatchObject({ type, frames: expect.arrayContaining([expect.stringContaining('log.test.ts')]) as string[] })
  expect(JSON.stringify(described)).not.toMatch(/زهرا|12345AA9AA|1384950613/)
})

test('a check tells which field it was and what was wrong with it', () => {
  expect(describeError(thrownBy(() => z.object({ hid: z.string() }).parse({ hid: 5 })))).toMatchObject({ issues: ['hid: invalid_type'] })
})

test('what the database refused is told by its state and constraint, however deep it lies', () => {
  const row = 'Failing row contains (1384950613)'
  const driver = Object.assign(new Error('CheckConstraint'), { cause: { originalCode: '23514', originalMessage: row, constraint: 'refused', detail: row } })
  const prisma = Object.assign(new Error(row), { name: 'PrismaClientUnknownRequestError', code: 'P2010', meta: { driverAdapterError: driver } })
  Object.setPrototypeOf(prisma, class PrismaClientUnknownRequestError extends Error {}.prototype)
  const described = describeError(prisma)
  expect(described).toMatchObject({ code: 'P2010', cause: { cause: { code: '23514', constraint: 'refused' } } })
  expect(JSON.stringify(described)).not.toContain('1384950613')
})

test('our own sentences are told, with what caused them', () => {
  const error = new Failure('prescription.not-found', {}, { cause: new TypeError("Cannot read properties of undefined (reading 'id')") })
  expect(describeError(error)).toMatchObject({ message: 'prescription.not-found', cause: { message: "Cannot read properties of undefined (reading 'id')" } })
})

test('a ring of causes has an end', () => {
  const one = new Error('one')
  one.cause = one
  expect(describeError(one)).toMatchObject({ message: 'one', cause: { message: 'one' } })
})

test('what is no error is told by its kind alone', () => {
  expect(describeError('1384950613')).toEqual({ type: 'string' })
})
