import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type * as z from 'zod'
import * as cdsHooks from './cds-hooks.ts'

/**
 * `<schema>.published*.json` are the examples of the published specification, word for word (CDS Hooks 2.0 and the R4 examples
 * of order-select and order-sign; © HL7, CC BY 4.0); `<schema>.ours*.json` are what the specification leaves to us.
 */
const root = join(import.meta.dirname, '../examples/cds-hooks')
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))

const schemas: Record<string, z.ZodType> = {
  'discovery-reply': cdsHooks.DiscoveryReply,
  'hook-request': cdsHooks.HookRequest,
  'cards-reply': cdsHooks.CardsReply,
  action: cdsHooks.Action,
  'feedback-request': cdsHooks.FeedbackRequest,
  'order-select-context': cdsHooks.OrderSelectContext,
  'order-sign-context': cdsHooks.OrderSignContext,
  'rule-extension': cdsHooks.RuleExtension,
}

test.each(readdirSync(root))('%s is read whole', (file) => {
  const schema = schemas[file.split('.')[0] ?? '']
  expect(schema?.parse(read(file))).toEqual(read(file))
})

test('each message has a published example', () => {
  const sampled = new Set(readdirSync(root).map((file) => file.split('.')[0]))
  expect(Object.keys(schemas).filter((name) => !sampled.has(name))).toEqual([])
})

test('a card without a source, and one with an indicator of its own, are not cards', () => {
  const { cards } = cdsHooks.CardsReply.parse(read('cards-reply.published.json'))
  expect(cdsHooks.Card.safeParse({ ...cards[0], source: undefined }).success).toBe(false)
  expect(cdsHooks.Card.safeParse({ ...cards[0], indicator: 'hard-stop' }).success).toBe(false)
})
