import type { Calls } from '../../gateway/calls.ts'
import type { Payer } from '../port.ts'
import { dispensing } from './dispensing.ts'
import { prescribing } from './prescribing.ts'
import { openSessions } from './sessions.ts'
import { openTransport } from './transport.ts'
import type { TransportOptions } from './transport.ts'

export interface IhioOptions extends TransportOptions {
  /** The software's own account at the insurer, with its `terminalId`. */
  username: string
  password: string
}

/** The insurer Salamat behind our port. Opens nothing until it is asked; sessions are kept in memory and opened anew at need. */
export function ihioPayer(options: IhioOptions): Payer & Pick<Calls, 'status' | 'take'> {
  const { now = () => new Date() } = options
  const transport = openTransport(options)
  const sessions = openSessions(transport, { ...options, now })
  return { insurer: 'salamat', ...prescribing(sessions, now), ...dispensing(sessions), status: () => transport.status(), take: () => transport.take() }
}
