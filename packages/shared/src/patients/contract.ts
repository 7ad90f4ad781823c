import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, Identity, Phone } from '../identifiers.ts'
import { Encounter, InsurerCode } from './eligibility.ts'
import { PatientQuery, PatientsFound } from './search.ts'

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

export const endEncounter = endpoint({
  method: 'POST',
  path: '/encounters/:id/ending',
  summary: 'The service of this visit is over (A23): its end is kept to the second, and nothing new is begun in it. Said twice it is done once.',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: Encounter,
  fails: ['encounter.not-found'],
})

export const searchPatients = endpoint({
  method: 'POST',
  path: '/patients/searches',
  summary:
    'Find a patient among those seen at this centre, by name, birth date or telephone. No list without end: of too many, none is told. Every search is audited.',
  allow: ['prescriber'],
  input: z.object({ query: PatientQuery }),
  output: PatientsFound,
  fails: [],
  perMinute: 30,
})

export const openEncounterOfPatient = endpoint({
  method: 'POST',
  path: '/patients/:id/encounters',
  summary: 'Open a visit, as by her id, of a patient who was found among those of this centre',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: Encounter,
  fails: ['patient.not-found', 'centre.inactive'],
  perMinute: 60,
})
