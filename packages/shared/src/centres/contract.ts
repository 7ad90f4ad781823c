import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { CentreRecord } from './centre.ts'

export const findCentre = endpoint({
  method: 'GET',
  path: '/centre',
  summary: 'The centre one works at, as SIAM last told of it: licence, ids in other registries, terminal, numbers at insurers (A20, A25, A41)',
  allow: ['prescriber', 'dispenser', 'admin'],
  input: z.object({}),
  output: CentreRecord,
  fails: ['centre.unknown', 'national.unavailable', 'national.unreadable'],
})
