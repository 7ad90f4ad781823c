import { Failure } from '@noskhe/shared/failure'
import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { ActorAtCentre, Resources } from '../../context.ts'
import type { Party, Payer } from '../../national/payer/port.ts'
import { councilNumberOf, findAccount, findAccountsOfCentre } from './store.ts'

export interface ConnectedPayer {
  payer: Payer
  party: Party
}

type Needed = Pick<Resources, 'db' | 'config' | 'national'>
type Owner = { centreId: string; personId: string; councilNumber: string | null; ip: string; agent: string }

/** What background work says where a browser's address and name are asked for. */
const OURSELVES = { ip: '127.0.0.1', agent: 'noskhe' }

/**
 * The insurer's adapter and the actor's own account there.
 * @throws Failure `payer.not-connected` where we speak no contract of that insurer, `payer.account-missing` where she has
 * no account. A private prescription needs no account: the centre is the party, and the council number says who acts there.
 */
export const connectPayer = ({ actor, ...needed }: Needed & { actor: ActorAtCentre }, insurer: InsurerCode): Promise<ConnectedPayer> =>
  connect(needed, insurer, { centreId: actor.at.centreId, personId: actor.personId, councilNumber: actor.councilNumber, ip: actor.ip, agent: actor.agent })

/** The same on behalf of someone who is not calling now (asking after a lost answer). */
export const connectPayerFor = async (needed: Needed, insurer: InsurerCode, owner: { centreId: string; personId: string }): Promise<ConnectedPayer> =>
  connect(needed, insurer, { ...owner, ...OURSELVES, councilNumber: await councilNumberOf(needed.db, owner.personId) })

/** The adapter with every account the centre has there: for bills. Empty where it has none or none is connected. */
export async function connectPayersOfCentre({ db, config, national }: Needed, insurer: InsurerCode, centreId: string): Promise<ConnectedPayer[]> {
  const payer = national.payers[insurer]
  if (!payer) return []
  const accounts = await findAccountsOfCentre(db, config.secretKey, centreId, insurer)
  return accounts.map((account) => ({ payer, party: partyOf(account, { centreId, ...OURSELVES }) }))
}

async function connect({ db, config, national }: Needed, insurer: InsurerCode, owner: Owner): Promise<ConnectedPayer> {
  const payer = national.payers[insurer]
  if (!payer) throw new Failure('payer.not-connected', { insurer })
  if (insurer === 'private') return { payer, party: partyOf({ username: owner.councilNumber ?? '', password: '' }, owner) }
  const account = await findAccount(db, config.secretKey, { centreId: owner.centreId, personId: owner.personId, insurer })
  if (!account) throw new Failure('payer.account-missing', { insurer })
  return { payer, party: partyOf(account, owner) }
}

const partyOf = (account: { username: string; password: string }, owner: { centreId: string; ip: string; agent: string }): Party => ({
  username: account.username,
  password: account.password,
  clientIp: owner.ip,
  agent: owner.agent,
  siteId: owner.centreId,
})
