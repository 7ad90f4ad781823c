import { Router, urlencoded } from 'express'
import { AuthorizeRequest, TokenRequest } from '@noskhe/national-wire/tamin/account'
import type { AccountRefusal, UserInfo } from '@noskhe/national-wire/tamin/account'
import { unknownWords } from '../answer.ts'
import { transaction } from '../database.ts'
import type { Service } from '../service.ts'
import { authorize, bearerOf, exchange } from './tamin/grants.ts'
import { taminSchema } from './tamin/schema.ts'
import { seedTaminAccounts } from './tamin/seed.ts'

/** The Social Security's account server: OAuth 2, authorization code with PKCE; see `docs/national-services/tamin.md`. */
export const taminAccount: Service = {
  name: 'tamin-account',
  title: 'تأمین اجتماعی — ورود (OAuth 2)',
  mount: '/auth',
  schema: taminSchema,
  seed: ({ db }) => seedTaminAccounts(db),
  unknownAnswer: unknownWords({ token_type: 'mac', kind: 'veterinarian' }),
  routes: ({ db, now }) => {
    const router = Router()
    router.use(urlencoded({ extended: false }))

    // A person would sign in on a page here and be sent back with the code; for demo accounts the code is the answer itself.
    router.post('/server/authorize', (req, res) => {
      const form = AuthorizeRequest.safeParse(req.body)
      if (!form.success) return void res.status(400).json(invalid(form.error.issues.map((it) => it.path.join('.'))))
      const code = transaction(db, () => authorize(db, form.data, now()))
      if (typeof code !== 'string') return void res.status(code.error === 'invalid_client' ? 401 : 403).json(code)
      res.json({ code, state: form.data.state })
    })

    router.post('/server/v2/token', (req, res) => {
      const form = TokenRequest.safeParse(req.body)
      if (!form.success) return void res.status(400).json(invalid(form.error.issues.map((it) => it.path.join('.'))))
      const reply = transaction(db, () => exchange(db, form.data, now()))
      res.status('error' in reply ? 400 : 200).json(reply)
    })

    router.get('/server/userinfo', (req, res) => {
      const holder = bearerOf(db, req.get('authorization'), now())
      if (holder === null) return void res.status(401).json({ error: 'invalid_token', error_description: 'Sign in first' } satisfies AccountRefusal)
      const { kind, full_name, national_code, council_number, mobile, siam_ids } = holder.account
      const info: UserInfo = {
        kind,
        fullName: full_name,
        nationalCode: national_code,
        councilNumber: kind === 'midwife' ? `م${council_number}` : council_number,
        mobile,
        siamIds: siam_ids,
      }
      res.json(info)
    })
    return router
  },
}

const invalid = (fields: string[]): AccountRefusal => ({ error: 'invalid_request', error_description: `The value of ${fields.join(', ')} is not valid` })
