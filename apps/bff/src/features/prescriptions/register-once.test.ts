import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { CALL_HEADER, ONCE_HEADER } from '@noskhe/shared/endpoint'
import express from 'express'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Server } from '../../http/serve.ts'
import { type Doctor, Practice } from '../../testing/practice.ts'
import { routes } from './routes.ts'

let practice: Practice
let doctor: Doctor
let served: { url: string; close: () => Promise<void> }

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  doctor = await practice.doctor()
  served = await serve()
})
afterEach(() => served.close())
afterAll(() => practice.close())

/** The feature's endpoints as they are served, with the doctor signed in. */
async function serve() {
  const { actor, ...resources } = doctor.context
  const now = practice.now.getTime()
  const signedIn = { person: actor, at: actor.at, lastActiveAt: now, endsAt: now + 3_600_000 }
  const app = express().use(express.json(), (req, _res, next) => {
    Object.assign(req, { session: { signedIn }, log: resources.log })
    next()
  })
  const router = express.Router()
  routes(new Server(router, resources))
  const server = app.use(router).listen(0)
  await once(server, 'listening')
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

async function register({ id, version }: { id: string; version: number }, key: string) {
  const response = await fetch(`${served.url}/prescriptions/${id}/registration`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CALL_HEADER]: 'user', [ONCE_HEADER]: key },
    body: JSON.stringify({ version }),
  })
  return { status: response.status, body: await response.text() }
}

test('a repeat with the same key gets the first answer byte for byte, and the insurer is told once', async () => {
  const signed = await practice.signed(doctor)
  const key = randomUUID()
  const first = await register(signed, key)
  expect(first).toMatchObject({ status: 200 })
  expect(await register(signed, key)).toEqual(first)
  expect(practice.salamat.timesAsked('register')).toBe(1)
})

test('a repeat of what was answered as unknown gets that again; the truth is found by reading', async () => {
  practice.salamat.losesRegistration = 'after-acting'
  const signed = await practice.signed(doctor)
  const key = randomUUID()
  const first = await register(signed, key)
  expect(JSON.parse(first.body)).toMatchObject({ status: 'registration-unknown' })
  expect(await register(signed, key)).toEqual(first)
  expect(practice.salamat.timesAsked('register')).toBe(1)
})

test('a refusal too is given once: the repeat tells the insurer nothing', async () => {
  practice.salamat.refusesRegistration = { outcome: 'refused', reason: 'not-permitted', code: '-1', message: '', advice: 'پذیرفته نشد.' }
  const signed = await practice.signed(doctor)
  const key = randomUUID()
  const first = await register(signed, key)
  expect(first).toMatchObject({ status: 422 })
  expect(await register(signed, key)).toEqual(first)
  expect(practice.salamat.timesAsked('register')).toBe(1)
})

test('what never left us may be sent again under the same key', async () => {
  practice.salamat.losesRegistration = 'not-sent'
  const signed = await practice.signed(doctor)
  const key = randomUUID()
  expect(await register(signed, key)).toMatchObject({ status: 503 })
  expect(await register(signed, key)).toMatchObject({ status: 200 })
})

test('“under way” is no answer to keep: once it is settled what became of a process that died, the same key goes on', async () => {
  const signed = await practice.signed(doctor)
  const { centreId } = doctor.context.actor.at
  const died = { centreId, id: randomUUID() }
  await practice.db.registrationAttempt.create({ data: { ...died, prescriptionId: signed.id, version: 1, state: 'sent', startedAt: practice.now } })
  const key = randomUUID()
  expect(await register(signed, key)).toMatchObject({ status: 409 })
  await practice.db.registrationAttempt.update({ where: { centreId_id: died }, data: { state: 'never-arrived' } })
  expect(await register(signed, key)).toMatchObject({ status: 200 })
})

test('nothing about the insurer’s own names of lines leaves the server', async () => {
  const { body } = await register(await practice.signed(doctor), randomUUID())
  const [registration] = practice.salamat.registrations.values()
  expect(body).not.toContain(registration?.checkRefs[0])
  expect(body).not.toContain([...practice.salamat.registrations.keys()][0])
})
