import { readFileSync } from 'node:fs'
import { contracts } from '@noskhe/shared/contracts'
import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'

const printed = JSON.parse(JSON.stringify(openApi())) as { paths: Record<string, Record<string, { operationId: string }>> }

test('docs/openapi.json is what the declarations print (npm run openapi)', () => {
  const kept: unknown = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8'))
  expect(printed).toEqual(kept)
})

test('every declaration has one operation', () => {
  const operations = Object.values(printed.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId))
  expect(operations.sort()).toEqual(Object.keys(contracts).sort())
})

test('no two declarations share a method and a path', () => {
  const addresses = Object.values(contracts).map((it) => `${it.method} ${it.path.replace(/:\w+/g, ':')}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('no address carries a patient', () => {
  for (const it of Object.values(contracts)) {
    const inAddress = it.method === 'GET' ? Object.keys(it.input.shape) : [...it.path.matchAll(/:(\w+)/g)].map((match) => match[1])
    expect(inAddress.filter((name) => /national|identity|hid|patient|mobile/i.test(name ?? ''))).toEqual([])
  }
})
