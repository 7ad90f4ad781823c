import type { Person } from './people.ts'

/** The sandbox's own door for tests: what the phone received, what was called, and the switches. */
export interface SandboxClient {
  url: string
  /** The newest one-time code sent to a number. */
  oneTimeCode: (mobile: string) => Promise<string>
  /** Answers the signature that waits on the phone. */
  approveSignature: () => Promise<void>
  declineSignature: () => Promise<void>
  /** A pack of a product that is still in the market and genuine, or in another state, by the first words of its name. */
  genuinePack: (name: string) => Promise<string>
  packOf: (name: string, state: PackState) => Promise<string>
  /** How often a path of a service was called since the test began. */
  callsOf: (service: string, path: string) => Promise<number>
  /** Makes a service misbehave until the test ends, or until it is mended. */
  fault: (service: string, fault: Fault) => Promise<void>
  mend: (service: string) => Promise<void>
  /** What the Medical Council says of a member's licence until the test ends. */
  licence: (person: Person, licence: { state: 'active' | 'suspended' | 'revoked' | 'expired'; reason?: string }) => Promise<void>
}

export type PackState = 'genuine' | 'sold' | 'expired' | 'recalled'
export interface Fault {
  kind: 'delay' | 'error' | 'hang' | 'garbage' | 'refuse' | 'lose'
  ms?: number
  times?: number
  path?: string
}

interface Pack {
  uid: string
  productName: string
  state: PackState
}

interface Call {
  id: number
  path: string
}

const digits = '۰۱۲۳۴۵۶۷۸۹'
const latin = (text: string) => text.replace(/[۰-۹]/g, (digit) => String(digits.indexOf(digit)))

async function ask<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, { ...init, headers: { 'content-type': 'application/json' } })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return (response.status === 204 ? null : await response.json()) as T
}

/** Opens the door for one test. `close` puts back every switch that the test turned. */
export async function sandboxAt(url: string): Promise<SandboxClient & { close: () => Promise<void> }> {
  const own = `${url}/_sandbox`
  const { calls: newest } = await ask<{ calls: Call[] }>(`${own}/journal?limit=1`)
  const before = newest[0]?.id ?? 0
  const struck = new Set<string>()
  const changed = new Set<string>()

  const setLicence = (councilNumber: string, licence: object) =>
    ask<null>(`${own}/council/${councilNumber}/licence`, { method: 'PUT', body: JSON.stringify(licence) })
  const mend = async (service: string): Promise<void> => {
    await ask<null>(`${own}/faults/${service}`, { method: 'DELETE' })
  }
  const packOf = async (name: string, state: PackState) => {
    const { packs } = await ask<{ packs: Pack[] }>(`${own}/people`)
    const pack = packs.find((it) => it.state === state && it.productName.startsWith(name))
    if (!pack) throw new Error(`No ${state} pack of ${name}`)
    return pack.uid
  }
  const answerSignature = async (answer: 'approve' | 'decline') => {
    const { requests } = await ask<{ requests: { id: string; state: string }[] }>(`${own}/signature-requests`)
    const waiting = requests.find((request) => request.state === 'pending')
    if (!waiting) throw new Error('Nothing waits for a signature')
    await ask(`${own}/signature-requests/${waiting.id}/${answer}`, { method: 'POST', body: '{}' })
  }

  return {
    url,
    oneTimeCode: async (mobile) => {
      const { messages } = await ask<{ messages: { text: string }[] }>(`${own}/messages?to=${mobile}`)
      const code = /(?<!\d)\d{6}(?!\d)/.exec(latin(messages[0]?.text ?? ''))?.[0]
      if (!code) throw new Error('No code was sent')
      return code
    },
    approveSignature: () => answerSignature('approve'),
    declineSignature: () => answerSignature('decline'),
    genuinePack: (name) => packOf(name, 'genuine'),
    packOf,
    callsOf: async (service, path) => {
      const { calls } = await ask<{ calls: Call[] }>(`${own}/journal?service=${service}&path=${path}&limit=1000`)
      return calls.filter((call) => call.id > before).length
    },
    fault: async (service, fault) => {
      struck.add(service)
      await ask(`${own}/faults/${service}`, { method: 'PUT', body: JSON.stringify(fault) })
    },
    mend,
    licence: async ({ councilNumber = '' }, licence) => {
      changed.add(councilNumber)
      await setLicence(councilNumber, licence)
    },
    close: async () => {
      for (const service of struck) await mend(service)
      for (const councilNumber of changed) await setLicence(councilNumber, { state: 'active' })
    },
  }
}
