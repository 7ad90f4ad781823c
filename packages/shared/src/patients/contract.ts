import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, Identity } from '../identifiers.ts'
import { Encounter } from './eligibility.ts'

export const openEncounter = endpoint({
  method: 'POST',
  path: '/encounters',
  summary:
    'Check a patient’s identity and coverage and open the visit; issues the HID for a covered person (A06, A39, A50). A silent service is an answer too: state `unanswered`.',
  allow: ['prescriber'],
  input: z.object({ identity: Identity, newbornBirthDate: z.iso.date().nullable() }),
  output: Encounter,
  fails: ['centre.inactive'],
  perMinute: 60,
})

export const findEncounter = endpoint({
  method: 'GET',
  path: '/encounters/:id',
  summary: 'One of the prescriber’s own visits at this centre',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: Encounter,
  fails: ['encounter.not-found'],
})
