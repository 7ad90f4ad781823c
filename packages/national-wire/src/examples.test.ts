import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import * as armedForces from './armed-forces.ts'
import * as councilRegistry from './council-registry.ts'
import * as ditas from './ditas.ts'
import * as eligibility from './eligibility.ts'
import * as healthCa from './health-ca.ts'
import * as insurerRules from './insurer-rules.ts'
import * as locate from './locate.ts'
import * as mobileSignature from './mobile-signature.ts'
import * as sepas from './sepas.ts'
import * as sepasRecord from './sepas-record.ts'
import * as siam from './siam.ts'
import * as sms from './sms.ts'
import * as supplementary from './supplementary.ts'
import * as ttac from './ttac.ts'

/** A sample `examples/<service>/<schema>.<case>.json` is one of that service's `Schema`, word for word. */
const services: Record<string, Record<string, unknown>> = {
  'armed-forces': armedForces, 'council-registry': councilRegistry, ditas, eligibility, 'health-ca': healthCa, 'insurer-rules': insurerRules, locate, 'mobile-signature': mobileSignature, sepas, 'sepas-record': sepasRecord, siam, sms, supplementary, ttac,
}

const root = join(import.meta.dirname, '../examples')
const samples = Object.keys(services).flatMap((service) => readdirSync(join(root, service)).map((file) => ({ service, file })))

function schemaOf(service: string, file: string): z.ZodType {
  const name = (file.split('.')[0] ?? '').split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const schema = services[service]?.[name]
  if (!(schema instanceof z.ZodType)) throw new Error(`${service} declares no ${name}`)
  return schema
}

test.each(samples)('$service/$file', ({ service, file }) => {
  const sample: unknown = JSON.parse(readFileSync(join(root, service, file), 'utf8'))
  // Parsing drops what a schema does not name, so equality shows that the schema tells the whole message.
  expect(schemaOf(service, file).parse(sample)).toEqual(sample)
})

test.each(Object.entries(services))('every message of %s has a sample', (service, declared) => {
  const sampled = new Set(samples.filter((it) => it.service === service).map(({ file }) => schemaOf(service, file)))
  const messages = Object.entries(declared).filter(([name, value]) => value instanceof z.ZodType && /(Request|Reply|Message|Refusal|Vo)$/.test(name))
  expect(messages.filter(([, schema]) => !sampled.has(schema as z.ZodType)).map(([name]) => name)).toEqual([])
})
