import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { Deposits, PatientRecord, Purpose } from './record.ts'

export const readRecord = endpoint({
  method: 'POST',
  path: '/record',
  summary:
    'What the health record keeps of the patient of an open visit, for its physician and for a purpose, which is audited before the record is asked and told to it (8-5, annex 1). A silent record is an answer too: state `unanswered`.',
  allow: ['prescriber'],
  input: z.object({ encounterId: Id, purpose: Purpose }),
  output: PatientRecord,
  fails: ['encounter.not-found', 'record.not-treating'],
  perMinute: 30,
})

export const listDeposits = endpoint({
  method: 'GET',
  path: '/record/deposits',
  summary: 'What of this centre has reached the health record, and what has not',
  allow: ['admin'],
  input: z.object({}),
  output: Deposits,
  fails: [],
})

export const sendDepositAgain = endpoint({
  method: 'POST',
  path: '/record/deposits/:id/again',
  summary: 'Send again, at once, something that did not reach the health record',
  allow: ['admin'],
  input: z.object({ id: Id }),
  output: Deposits,
  fails: ['deposit.not-found'],
})
