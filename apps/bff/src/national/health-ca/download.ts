import { NationalUnavailable } from '../gateway/failures.ts'

/** A list of a country's revoked certificates is a few megabytes; an answer larger than this is not one. */
const MAX_BYTES = 16 * 1024 * 1024

export interface Download {
  service: string
  url: string
  accept: string
  deadlineMs: number
  /** A question by POST; without one the address is fetched. */
  question?: { type: string; body: Buffer }
}

/**
 * Bytes from an open address of the authority: no token, no account, nothing of ours but the question.
 * @throws NationalUnavailable for silence, any status but 200, another type than asked for, or too many bytes
 */
export async function download({ service, url, accept, deadlineMs, question }: Download): Promise<Buffer> {
  const signal = AbortSignal.timeout(deadlineMs)
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'error',
      headers: { accept, ...(question && { 'content-type': question.type }) },
      ...(question && { method: 'POST', body: Uint8Array.from(question.body) }),
    })
    const type = response.headers.get('content-type')?.split(';')[0]
    if (response.status !== 200 || type !== accept) throw new Error(`HTTP ${response.status} ${type ?? ''}`)
    return await readAtMost(response, MAX_BYTES)
  } catch (cause) {
    throw new NationalUnavailable(service, { cause, timedOut: signal.aborted, sent: 'maybe' })
  }
}

async function readAtMost(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > most) throw new Error(`More than ${most} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
