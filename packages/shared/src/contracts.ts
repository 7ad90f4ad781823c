import * as auth from './auth/contract.ts'
import * as billing from './billing/contract.ts'
import * as centres from './centres/contract.ts'
import * as charts from './charts/contract.ts'
import * as claims from './claims/contract.ts'
import * as dispensing from './dispensing/contract.ts'
import type { Endpoint } from './endpoint.ts'
import * as favourites from './favourites/contract.ts'
import * as evidence from './evidence/contract.ts'
import * as patients from './patients/contract.ts'
import * as prescriptions from './prescriptions/contract.ts'
import * as rules from './rules/contract.ts'
import * as record from './record/contract.ts'
import * as referrals from './referrals/contract.ts'
import * as signing from './signing/contract.ts'
import * as status from './status/contract.ts'
import * as terminology from './terminology/contract.ts'

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'allow' in value

const features = { auth, charts, centres, patients, terminology, prescriptions, referrals, favourites, rules, signing, evidence, dispensing, claims, billing, record, status }

/** Every endpoint of the API, by `feature.name`: what is served, called and printed as OpenAPI. */
export const contracts: Readonly<Record<string, Endpoint>> = Object.fromEntries(
  Object.entries(features).flatMap(([feature, declared]) =>
    Object.entries(declared).flatMap(([name, value]) => (isEndpoint(value) ? [[`${feature}.${name}`, value]] : [])),
  ),
)
