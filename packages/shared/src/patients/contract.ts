import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, Identity, Phone } from '../identifiers.ts'
import { Encounter, InsurerCode } from './eligibility.ts'

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

export const declareCoverage = endpoint({
  method: 'POST',
  path: '/encounters/:id/declared-coverage',
  summary:
    'Go on as insured while eligibility is silent: the insurer that the prescriber names is itself asked, and a reserved HID is bound to the visit. State `unconfirmed` until eligibility answers again.',
  allow: ['prescriber'],
  input: z.object({ id: Id, insurer: InsurerCode.exclude(['private']) }),
  output: Encounter,
  fails: [
    'encounter.not-found',
    'encounter.answered',
    'encounter.not-covered',
    'hid.none-reserved',
    'payer.refused',
    'payer.account-missing',
    'payer.not-connected',
    'national.unavailable',
    'national.unreadable',
  ],
})

export const saveContact = endpoint({
  method: 'PUT',
  path: '/encounters/:id/contact',
  summary: 'Keep by which telephone the patient of this visit is reached (A18); null forgets it',
  allow: ['prescriber'],
  input: z.object({ id: Id, phone: Phone.nullable() }),
  output: Encounter,
  fails: ['encounter.not-found'],
})

export const giveUpEncounter = endpoint({
  method: 'POST',
  path: '/encounters/:id/end',
  summary: 'The visit came to nothing: its HID is taken back, with the reason, unless something was written on it',
  allow: ['prescriber'],
  input: z.object({ id: Id, reason: z.enum(['visit-given-up', 'wrong-person']) }),
  output: Encounter,
  fails: ['encounter.not-found', 'encounter.in-use'],
})
