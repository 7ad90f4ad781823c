import { unsent } from './failures.ts'

/** What fails while sessions are opened failed before the operation itself was sent, whatever became of the sessions. */
export async function beforeSending<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    throw unsent(error)
  }
}
