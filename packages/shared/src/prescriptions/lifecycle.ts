import { z } from 'zod'

/**
 * The header of a prescription, as we store it. What other software can change (dispensing) is not here: it is asked of
 * the payer. `registration-unknown`: the payer was told and did not answer; it is asked, never told again, until it says
 * what it has, or twice that it has nothing (`never-arrived`).
 */
export const Status = z.enum(['draft', 'signed', 'registration-unknown', 'registered', 'discarded', 'cancelled'])
export type Status = z.infer<typeof Status>

export const Step = z.enum(['save', 'sign', 'register', 'refuse', 'lose-answer', 'never-arrived', 'discard', 'reopen', 'leave', 'withdraw'])
export type Step = z.infer<typeof Step>

/**
 * Which step leads where (9-1: register after signing, edit until dispensing). A refusal by the payer reopens the draft. A
 * registered prescription is `reopen`ed to write its next version, which is signed and registered like the first (9-1-6);
 * to `leave` that puts the registered one back, and one that is signed as taken back is `withdraw`n.
 */
const table: Record<Status, Partial<Record<Step, Status>>> = {
  draft: { save: 'draft', sign: 'signed', discard: 'discarded', leave: 'registered' },
  signed: { register: 'registered', withdraw: 'cancelled', refuse: 'draft', 'lose-answer': 'registration-unknown' },
  'registration-unknown': {
    register: 'registered',
    withdraw: 'cancelled',
    refuse: 'draft',
    'lose-answer': 'registration-unknown',
    'never-arrived': 'signed',
  },
  registered: { reopen: 'draft' },
  discarded: {},
  cancelled: {},
}

/** The status after a step, or null where the step is not allowed. */
export const after = (status: Status, step: Step): Status | null => table[status][step] ?? null
