import { NationalUnavailable, NationalUnreadable } from '../../national/port.ts'

export type Silence = NationalUnavailable | NationalUnreadable

/** Whether nothing was heard: no answer, or one that cannot be read. Everything else that is thrown is a bug or a refusal. */
export const isSilence = (error: unknown): error is Silence => error instanceof NationalUnavailable || error instanceof NationalUnreadable

/** The answer, or `silence` as a value for those to whom it is one. */
export async function heard<T>(ask: () => Promise<T>): Promise<T | 'silence'> {
  try {
    return await ask()
  } catch (error) {
    if (isSilence(error)) return 'silence'
    throw error
  }
}
