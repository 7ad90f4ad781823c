import type { Calls } from '../../gateway/calls.ts'
import type { Payer } from '../port.ts'
import { changing } from './changing.ts'
import { dispensing } from './dispensing.ts'
import { openMailing } from './mailing.ts'
import { ordering } from './ordering.ts'
import { prescribing } from './prescribing.ts'
import { openReferenceLists } from './reference-lists.ts'
import { openSessions } from './sessions.ts'
import { openTransport } from './transport.ts'
import type { TransportOptions } from './transport.ts'
import { openVisits } from './visits.ts'
import { withoutLines } from './without-lines.ts'

export interface TaminOptions extends TransportOptions {
  /** The software at Tamin: who registered a prescription with one may not change it with another. */
  clientId: string
  redirectUri?: string
}

/** The address that is declared at Tamin for our clientId. It holds no port, and nobody is sent there. */
const REDIRECT_URI = 'https://noskhe.example.ir/tamin'

/** The Social Security behind our port. Keeps tokens and reference lists in memory, nothing of a patient. */
export function taminPayer(options: TaminOptions): Payer & Pick<Calls, 'status' | 'take'> {
  const { clientId, redirectUri = REDIRECT_URI, now = () => new Date() } = options
  const transport = openTransport(options)
  const sessions = openSessions(transport, { clientId, redirectUri, now })
  const lists = openReferenceLists(sessions, now)
  const visits = openVisits(sessions, { clientId, now })
  const mailing = openMailing(sessions, visits, clientId)
  return {
    insurer: 'tamin',
    ...ordering({ sessions, lists, visits }),
    ...prescribing({ visits, mailing }),
    ...changing({ visits, mailing }),
    withoutLines: withoutLines({ sessions, lists, visits, mailing }),
    ...dispensing(sessions),
    status: () => transport.status(),
    take: () => transport.take(),
  }
}
