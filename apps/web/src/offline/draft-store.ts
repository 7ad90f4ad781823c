import { del, get, set } from 'idb-keyval'

/**
 * Drafts that could not be sent, kept on this device by the prescription's id until they can. Only drafts: never a
 * signature, never a registration.
 */
const keyOf = (prescriptionId: string) => `draft:${prescriptionId}`

export const keepDraft = (prescriptionId: string, content: unknown): Promise<void> => set(keyOf(prescriptionId), content)

/** What this device kept of a draft, or null; the caller parses it. */
export const findKeptDraft = async (prescriptionId: string): Promise<unknown> => (await get<unknown>(keyOf(prescriptionId))) ?? null

export const dropDraft = (prescriptionId: string): Promise<void> => del(keyOf(prescriptionId))
