import type { Calls } from '../../gateway/calls.ts'
import type { Payer } from '../port.ts'
import { catalogue } from './catalogue.ts'
import { dispensing } from './dispensing.ts'
import { ownWork } from './own-work.ts'
import { paper } from './paper.ts'
import { prescribing } from './prescribing.ts'
import { printing } from './printing.ts'
import { referral } from './referral.ts'
import { openSessions } from './sessions.ts'
import { openTransport } from './transport.ts'
import type { TransportOptions } from './transport.ts'

export interface IhioOptions extends TransportOptions {
  /** The software's own account at the insurer, with its `terminalId`. */
  username: string
  password: string
}

/** Of what not every insurer has, this one has all these. */
type Capabilities = Required<Pick<Payer, 'catalogue' | 'referral' | 'paper' | 'printable' | 'queue' | 'deliveries' | 'billStatus'>>

/** The insurer Salamat behind our port. Opens nothing until it is asked; sessions are kept in memory and opened anew at need. */
export function ihioPayer(options: IhioOptions): Payer & Capabilities & Pick<Calls, 'status' | 'take'> {
  const { now = () => new Date() } = options
  const transport = openTransport(options)
  const sessions = openSessions(transport, { ...options, now })
  return {
    insurer: 'salamat',
    ...prescribing(sessions, now),
    ...dispensing(sessions),
    ...ownWork(sessions),
    catalogue: catalogue(sessions),
    referral: referral(sessions),
    paper: paper(sessions),
    printable: printing(sessions),
    status: () => transport.status(),
    take: () => transport.take(),
  }
}
