import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import { toDoDate } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { PersonRequest, PostsRequest } from '@noskhe/national-wire/siam'
import type { SiamCentre, SiamPerson, SiamPost } from '@noskhe/national-wire/siam'
import { readBody, refusal, success, unknownWords } from '../answer.ts'
import { LicenceRow, licenceOf } from '../licence.ts'
import type { LicenceChange } from '../licence.ts'
import { centres, people } from '../scenarios.ts'
import type { DemoCentre, DemoPerson } from '../scenarios.ts'
import type { Service } from '../service.ts'

/** The registry of centres (8-9): who they are, whether they may work today, who works there. */
export const siam: Service = {
  name: 'siam',
  title: 'سیام — سامانهٔ یکپارچهٔ مراکز',
  mount: '/siam',
  schema: `
    CREATE TABLE IF NOT EXISTS siam_centres (
      siam_id TEXT PRIMARY KEY, licence_state TEXT NOT NULL, licence_reason TEXT, licence_until TEXT NOT NULL
    ) STRICT`,
  seed: ({ db }) => {
    const insert = db.prepare('INSERT OR IGNORE INTO siam_centres VALUES (?, ?, ?, ?)')
    for (const { siamId, licence } of centres) insert.run(siamId, licence.state, licence.reason, licence.validUntil)
  },
  unknownAnswer: unknownWords({ state: 'under-review', gender: 'unspecified' }),
  routes: ({ db, now }) => {
    const today = () => jalaliDay(now())
    const router = Router()
    router.get('/centres/:siamId', (req, res) => {
      const centre = allCentres.find((it) => it.siamId === req.params.siamId)
      res.json(centre === undefined ? refusal(404, 'مرکزی با این شناسه در سیام ثبت نشده است') : success(centreRecord(db, centre, today())))
    })
    router.post('/posts', (req, res) => {
      const body = readBody(PostsRequest, req, res)
      if (body === null) return
      const person = allPeople.find((it) => it.nationalCode === body.nationalCode)
      res.json(success(person === undefined ? [] : postsOf(db, person, today())))
    })
    router.post('/people', (req, res) => {
      const body = readBody(PersonRequest, req, res)
      if (body === null) return
      const person = allPeople.find((it) => it.nationalCode === body.nationalCode && it.posts.length > 0)
      res.json(person === undefined ? refusal(404, 'این کد ملی در فهرست کارکنان هیچ مرکزی نیست') : success(personRecord(person)))
    })
    return router
  },
}

/** Changes a centre's licence; false where SIAM has no such centre. */
export function changeCentreLicence(db: DatabaseSync, siamId: string, { state, reason, validUntil }: LicenceChange): boolean {
  return db
    .prepare('UPDATE siam_centres SET licence_state = ?, licence_reason = ?, licence_until = coalesce(?, licence_until) WHERE siam_id = ?')
    .run(state, reason, validUntil ?? null, siamId).changes === 1
}

const allCentres: readonly DemoCentre[] = centres
const allPeople: readonly DemoPerson[] = people

function centreHead(db: DatabaseSync, { siamId, name, kind }: DemoCentre, today: string) {
  const row = LicenceRow.parse(db.prepare('SELECT * FROM siam_centres WHERE siam_id = ?').get(siamId))
  const licence = licenceOf(row, today)
  return { siamId, name, kind, licence: { ...licence, validUntil: toDoDate(licence.validUntil) } }
}

function centreRecord(db: DatabaseSync, centre: DemoCentre, today: string): SiamCentre {
  return {
    ...centreHead(db, centre, today),
    mappedIds: [
      { system: 'operating-licence', value: `MOH-${centre.siamId.replace(/\D/g, '')}` },
      { system: 'founder', value: founderOf(centre) },
    ],
    address: centre.address,
    phone: centre.phone,
    posTerminalId: centre.posTerminalId,
    partnerIds: [{ insurer: insurerCoding.salamat.code, partnerId: String(centre.partnerId) }],
    personnel: allPeople.flatMap((person) =>
      person.posts
        .filter((post) => post.centre === centre.key)
        .map(({ role }) => ({ nationalCode: person.nationalCode, role, providerUserId: providerUserId(person, centre, role) })),
    ),
  }
}

function postsOf(db: DatabaseSync, person: DemoPerson, today: string): SiamPost[] {
  return person.posts.flatMap(({ centre: key, role }) => {
    const centre = allCentres.find((it) => it.key === key)
    return centre === undefined ? [] : [{ centre: centreHead(db, centre, today), role, providerUserId: providerUserId(person, centre, role) }]
  })
}

const personRecord = ({ nationalCode, firstName, lastName, gender, mobile }: DemoPerson): SiamPerson => ({ nationalCode, firstName, lastName, gender, mobile })

/** Person × centre × role (A21). */
const providerUserId = (person: DemoPerson, centre: DemoCentre, role: string) =>
  `${centre.siamId}-${people.findIndex((it) => it.key === person.key) + 101}-${role.slice(0, 1).toUpperCase()}`

const founderOf = (centre: DemoCentre) =>
  allPeople.find((person) => person.posts.some((post) => post.centre === centre.key))?.nationalCode ?? ''
