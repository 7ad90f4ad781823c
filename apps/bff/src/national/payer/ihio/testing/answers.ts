import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ihioPayer } from '../adapter.ts'

/** An insurer that says what it is told to say: one whole answer by operation. */
export async function givenAnswers() {
  const answers = new Map<string, unknown>()
  const server = createServer((req, res) => {
    const operation = (req.url ?? '').replace('/service/', '')
    res.setHeader('content-type', 'application/json').end(JSON.stringify(answers.get(operation)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    answers,
    /** Without any session yet. */
    payer: () => ihioPayer({ baseUrl, terminalId: 1, username: 'a', password: 'b', deadlineMs: 2_000 }),
    close: () => void server.close(),
  }
}

/** The contract has no sample of it. */
export const partySession = (isTwoStep = false) => ({
  resCode: 1,
  resMessage: 'ok',
  info: {
    sessionId: 's', userId: 1, cellPhone: '', fullName: '', gender: 'F', partnerName: '', siamCode: 'x', partnerNN: '', cPartyNN: '',
    partnerId: 1, cPartyId: 1, isTwoStep,
  },
})
