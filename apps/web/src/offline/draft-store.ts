import { del, get, keys, set } from 'idb-keyval'

/**
 * Drafts that could not be sent, kept on this device by the prescription's id until they can. Only drafts: never a
 * signature, never a registration. Rejects where the browser gives no storage.
 */
const keyOf = (prescriptionId: string) => `draft:${prescriptionId}`

export async function keepDraft(prescriptionId: string, kept: unknown): Promise<void> {
  await set(keyOf(prescriptionId), kept)
}

/** What this device kept of a draft, or null; the caller parses it. */
export async function findKeptDraft(prescriptionId: string): Promise<unknown> {
  return (await get<unknown>(keyOf(prescriptionId))) ?? null
}

/** Ids of the prescriptions of which this device holds what the server never got. */
export async function keptDraftIds(): Promise<string[]> {
  const prefix = keyOf('')
  return (await keys()).flatMap((key) => (typeof key === 'string' && key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
}

export async function dropDraft(prescriptionId: string): Promise<void> {
  await del(keyOf(prescriptionId))
}
