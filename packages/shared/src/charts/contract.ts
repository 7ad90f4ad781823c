import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { Chart, Look, Problem } from './chart.ts'

export const findChart = endpoint({
  method: 'GET',
  path: '/patients/:id/chart',
  summary: 'What this centre holds of a patient whom the prescriber has treated here; every look is audited (A75)',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: Chart,
  fails: ['patient.not-found'],
  perMinute: 60,
})

export const findChartOfVisit = endpoint({
  method: 'GET',
  path: '/encounters/:id/chart',
  summary: 'The same for the patient of one of her visits: what stands beside the prescription while it is written',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: Chart,
  fails: ['encounter.not-found'],
})

export const addProblem = endpoint({
  method: 'POST',
  path: '/patients/:id/problems',
  summary: 'Keep a problem of the patient by its ICD-10 code; one that is open already stays as it is',
  allow: ['prescriber'],
  input: z.object({ id: Id, code: z.string().min(1).max(10) }),
  output: z.object({ problems: z.array(Problem) }),
  fails: ['patient.not-found', 'terminology.code-unknown', 'terminology.code-retired'],
})

export const resolveProblem = endpoint({
  method: 'POST',
  path: '/problems/:id/resolution',
  summary: 'Say that a problem is over; it stays in the chart with both days. Said twice it is done once.',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: z.object({ problems: z.array(Problem) }),
  fails: ['problem.not-found'],
})

export const listLooks = endpoint({
  method: 'GET',
  path: '/patients/:id/looks',
  summary: 'Who has seen this patient’s chart and what is hers at this centre, from the audit trail; itself a look (A75)',
  allow: ['prescriber'],
  input: z.object({ id: Id }),
  output: z.object({ looks: z.array(Look) }),
  fails: ['patient.not-found'],
  perMinute: 30,
})
