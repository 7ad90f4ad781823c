import { unknownWords } from '../answer.ts'
import { gatewayDoor } from '../gateway-door.ts'
import { ditasAccount } from '../scenarios.ts'
import type { Service } from '../service.ts'

const door = gatewayDoor({ account: ditasAccount, table: 'ditas_tokens' })

/** The gateway's own door: a token by OAuth 2 password grant, then bearer and `pid` in front of every service behind it. */
export const ditas: Service = {
  name: 'ditas',
  title: 'دیتاس — درگاه تبادل وزارت بهداشت',
  mount: '/oauth',
  schema: door.schema,
  seed: () => {},
  unknownAnswer: unknownWords({ token_type: 'mac' }),
  routes: (context) => door.token(context),
}

export const behindDitas = door.behind
