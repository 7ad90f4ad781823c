/** The sandbox's own door for tests: what the phone received, what was called, and the switches. */
export interface SandboxClient {
  /** The newest one-time code sent to a number. */
  oneTimeCode: (mobile: string) => Promise<string>
  /** Approves the signature that waits on the phone. */
  approveSignature: () => Promise<void>
  /** A genuine pack of a product, by the first words of its name. */
  genuinePack: (name: string) => Promise<string>
  /** How often a path of a service was called. */
  callsOf: (service: string, path: string) => Promise<number>
  fault: (service: string, fault: Record<string, unknown>) => Promise<void>
  mend: (service: string) => Promise<void>
}

const digits = '۰۱۲۳۴۵۶۷۸۹'
const latin = (text: string) => text.replace(/[۰-۹]/g, (digit) => String(digits.indexOf(digit)))

async function ask<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, { ...init, headers: { 'content-type': 'application/json' } })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return (response.status === 204 ? null : await response.json()) as T
}

interface Pack {
  uid: string
  productName: string
  state: string
}

export const sandboxAt = (base: string): SandboxClient => ({
  oneTimeCode: async (mobile) => {
    const { messages } = await ask<{ messages: { text: string }[] }>(`${base}/_sandbox/messages?to=${mobile}`)
    const code = /(?<!\d)\d{6}(?!\d)/.exec(latin(messages[0]?.text ?? ''))?.[0]
    if (!code) throw new Error('No code was sent')
    return code
  },
  approveSignature: async () => {
    const { requests } = await ask<{ requests: { id: string; state: string }[] }>(`${base}/_sandbox/signature-requests`)
    const waiting = requests.find((request) => request.state === 'pending')
    if (!waiting) throw new Error('Nothing waits for a signature')
    await ask(`${base}/_sandbox/signature-requests/${waiting.id}/approve`, { method: 'POST', body: '{}' })
  },
  genuinePack: async (name) => {
    const { packs } = await ask<{ packs: Pack[] }>(`${base}/_sandbox/people`)
    const pack = packs.find((it) => it.state === 'genuine' && it.productName.startsWith(name))
    if (!pack) throw new Error(`No genuine pack of ${name}`)
    return pack.uid
  },
  callsOf: async (service, path) => {
    const { calls } = await ask<{ calls: { service: string; path: string }[] }>(`${base}/_sandbox/journal?service=${service}`)
    return calls.filter((call) => call.path.includes(path)).length
  },
  fault: (service, fault) => ask(`${base}/_sandbox/faults/${service}`, { method: 'PUT', body: JSON.stringify(fault) }),
  mend: (service) => ask(`${base}/_sandbox/faults/${service}`, { method: 'DELETE' }),
})
