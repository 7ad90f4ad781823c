import { startSandbox } from '@noskhe/sandbox/start'
import { openGateway } from '../gateway/gateway.ts'
import type { GatewayOptions } from '../gateway/gateway.ts'

/** The sandbox in this process, with what a person does on its page, and a gateway to it. */
export async function givenSandbox(now: () => Date = () => new Date()) {
  const sandbox = await startSandbox({ port: 0, dataFile: ':memory:', now })
  const { url } = sandbox

  /** Calls the sandbox's control interface. */
  async function control(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<void> {
    await ask(method, path, body)
  }

  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${url}/_sandbox/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return response
  }

  /** What the sandbox received, newest first. */
  async function received(service: string): Promise<ReceivedCall[]> {
    const response = await ask('GET', `journal?service=${service}`)
    return ((await response.json()) as { calls: ReceivedCall[] }).calls
  }

  /** The requests waiting on the phones. */
  async function signatureRequests(): Promise<{ id: string; state: string; summary: string }[]> {
    const response = await ask('GET', 'signature-requests')
    return ((await response.json()) as { requests: { id: string; state: string; summary: string }[] }).requests
  }

  async function messagesTo(mobile: string): Promise<{ text: string }[]> {
    const response = await ask('GET', `messages?to=${mobile}`)
    return ((await response.json()) as { messages: { text: string }[] }).messages
  }

  async function samplePack(state: string): Promise<{ uid: string; authCode: string; productName: string }> {
    const response = await ask('GET', 'people')
    const { packs } = (await response.json()) as { packs: { uid: string; authCode: string; productName: string; state: string }[] }
    const pack = packs.find((it) => it.state === state)
    if (pack === undefined) throw new Error(`No ${state} pack among the samples`)
    return pack
  }

  /** Forgets the calls and heals the services; quicker than a reset, which seeds all of them anew. */
  async function calm(): Promise<void> {
    await ask('DELETE', 'journal')
    const { faults } = (await (await ask('GET', 'faults')).json()) as { faults: { service: string }[] }
    for (const { service } of faults) await ask('DELETE', `faults/${service}`)
  }

  const gateway = (options: Partial<GatewayOptions> = {}) => openGateway({ ...accountAt(url), now, ...options })
  return { url, close: () => sandbox.close(), control, calm, received, signatureRequests, messagesTo, samplePack, gateway }
}

export interface ReceivedCall {
  path: string
  status: number | null
  fault: string | null
  software: string | null
  correlationId: string | null
  request: string | null
}

export const accountAt = (baseUrl: string): GatewayOptions => ({
  baseUrl,
  username: 'noskhe',
  password: 'noskhe-demo',
  clientId: 'noskhe-client',
  clientSecret: 'noskhe-client-demo',
  pid: 'noskhe-package',
  deadlineMs: 2_000,
})
