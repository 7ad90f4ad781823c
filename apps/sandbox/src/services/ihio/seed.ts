import type { SandboxContext } from '../../service.ts'
import { centres, patients, people } from '../../scenarios.ts'

/** GP and specialist visit by the speciality's MKSA code; everybody else has no visit tariff (pharmacists). */
const visitCodeOf = (specialty: string | undefined) =>
  specialty === undefined || specialty === '152100' ? null : specialty === '151212' ? '970000' : '970015'

/**
 * Accounts that no demo person has: they show a pharmacy without contract, two-step sign-in, and a provider of laboratory,
 * imaging and physiotherapy.
 */
const extraAccounts = [
  {
    username: 'sina.pharmacy', password: 'Ihio-demo-no-contract', firstName: 'سینا', lastName: 'محمودی', gender: 'M', nationalCode: '0071926354',
    mobile: '09121112233', councilNumber: 24019, licence: 'دکترای داروسازی', visitCode: null, isTwoStep: 0,
    partner: { id: 800977, name: 'داروخانهٔ سینا (بدون قرارداد)', kind: 'pharmacy', siam: 'SIAM-2200977', phone: '02144556677', hasContract: 0 },
    offers: [],
  },
  {
    username: 'two.step', password: 'Ihio-demo-two-step', firstName: 'الهام', lastName: 'رضوانی', gender: 'F', nationalCode: '0081736450',
    mobile: '09124445566', councilNumber: 160112, licence: 'پزشک عمومی', visitCode: '970000', isTwoStep: 1,
    partner: { id: 700988, name: 'مطب دکتر الهام رضوانی', kind: 'prescriber', siam: 'SIAM-1100988', phone: '02155667788', hasContract: 1 },
    offers: [],
  },
  {
    username: 'pars.paraclinic', password: 'Ihio-demo-paraclinic', firstName: 'رویا', lastName: 'صالحی', gender: 'F', nationalCode: '0067218945',
    mobile: '09123334455', councilNumber: 31207, licence: 'دکترای علوم آزمایشگاهی', visitCode: null, isTwoStep: 0,
    partner: { id: 810233, name: 'مرکز آزمایشگاه و تصویربرداری پارس', kind: 'pharmacy', siam: 'SIAM-3300233', phone: '02166778899', hasContract: 1 },
    offers: [2, 4],
  },
] as const

/** SAMADs per account, patient and day (`HDK_MAX_COUNT_SAMAD`); wide, because demos prescribe for the same few people. */
const DAILY_SAMADS = 200

/**
 * Visit tariffs, private sector, with the K of 1404, the last that is public; they stay in force until a dated row replaces
 * them. GP: 0.5 technical and 1.3 professional units. The specialist's professional units are the sandbox's assumption.
 */
const visitTariffs = [
  ['970000', 'ویزیت پزشک عمومی', 0.5, 1.3, 2_600_000, 770_000, '1404-01-01', null],
  ['970015', 'ویزیت پزشک متخصص', 0.5, 2.2, 2_600_000, 770_000, '1404-01-01', null],
] as const

/** Insurer's percentage by fund; `*` stands for every fund without a row of its own. */
const shares = [
  ['*', 'visit', 70, '1404-01-01', null],
  ['*', 'drug', 70, '1404-01-01', null],
  ['*', 'service', 70, '1404-01-01', null],
] as const

/** Fills the insurer's registers from the demo people. Idempotent; nothing that callers did is touched. */
export function seedIhio({ db }: SandboxContext): void {
  const partner = db.prepare('INSERT OR IGNORE INTO ihio_partner VALUES (?, ?, ?, ?, ?, ?)')
  const account = db.prepare('INSERT OR IGNORE INTO ihio_account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const link = db.prepare('INSERT OR IGNORE INTO ihio_account_partner VALUES (?, ?, ?)')
  for (const it of centres) {
    partner.run(it.partnerId, it.name, it.kind === 'pharmacy' ? 'pharmacy' : 'prescriber', it.siamId, it.phone, 1)
  }

  for (const it of people) {
    if (it.insurerAccount === null) continue
    const { username, password } = it.insurerAccount
    const council = Number(it.councilNumber)
    account.run(
      username, password, 500_000 + council, it.firstName, it.lastName, it.gender === 'female' ? 'F' : 'M', it.nationalCode, it.mobile,
      council, it.specialty?.title ?? '', visitCodeOf(it.specialty?.code), 0, DAILY_SAMADS,
    )
    it.posts.forEach((post, ordinal) => {
      const centre = centres.find((candidate) => candidate.key === post.centre)
      if (centre !== undefined) link.run(username, centre.partnerId, ordinal)
    })
  }

  const offer = db.prepare('INSERT OR IGNORE INTO ihio_partner_offer VALUES (?, ?)')
  for (const { partner: centre, offers, ...it } of extraAccounts) {
    partner.run(centre.id, centre.name, centre.kind, centre.siam, centre.phone, centre.hasContract)
    account.run(
      it.username, it.password, 500_000 + it.councilNumber, it.firstName, it.lastName, it.gender, it.nationalCode, it.mobile,
      it.councilNumber, it.licence, it.visitCode, it.isTwoStep, DAILY_SAMADS,
    )
    link.run(it.username, centre.id, 0)
    for (const typeId of offers) offer.run(centre.id, typeId)
  }

  const tariff = db.prepare('INSERT OR IGNORE INTO ihio_visit_tariff VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const row of visitTariffs) tariff.run(...row)
  const share = db.prepare('INSERT OR IGNORE INTO ihio_share VALUES (?, ?, ?, ?, ?)')
  for (const row of shares) share.run(...row)

  // `*` for every item: this patient's file is complete; everybody else is asked for one where a drug needs it.
  const withFile = patients.find((it) => it.key === 'salamat-supplementary')
  if (withFile !== undefined) db.prepare('INSERT OR IGNORE INTO ihio_document VALUES (?, ?)').run(withFile.identity.value, '*')
}
