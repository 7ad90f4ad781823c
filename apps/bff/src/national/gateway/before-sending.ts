import { NationalUnavailable, NationalUnreadable } from './failures.ts'

/** What fails while sessions are opened failed before the operation itself was sent, whatever became of the sessions. */
export async function beforeSending<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof NationalUnavailable) {
      throw new NationalUnavailable(error.service, { cause: error, timedOut: error.timedOut, sent: 'no' })
    }
    if (error instanceof NationalUnreadable) throw new NationalUnreadable(error.service, { cause: error, sent: 'no' })
    throw error
  }
}
