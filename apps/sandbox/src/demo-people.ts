import type { DatabaseSync } from 'node:sqlite'
import { centres, patients, people, unknownNationalCode } from './scenarios.ts'
import type { DemoPatient, DemoPerson } from './scenarios.ts'
import { samplePacks } from './services/ttac.ts'

const roleTitles = { prescriber: 'پزشک', dispenser: 'داروساز', admin: 'مدیر مرکز' } as const

const allPeople: readonly DemoPerson[] = people
const allPatients: readonly DemoPatient[] = patients

/** Who may be played in the sandbox, as its page and the tests show it. */
export function demoPeople(db: DatabaseSync, at: Date) {
  return {
    people: allPeople.map((it) => ({
      key: it.key,
      fullName: `${it.firstName} ${it.lastName}`,
      firstName: it.firstName,
      lastName: it.lastName,
      gender: it.gender,
      roleTitle: it.specialty?.title ?? [...new Set(it.posts.map((post) => roleTitles[post.role]))].join('، '),
      councilNumber: it.councilNumber,
      nationalCode: it.nationalCode,
      mobile: it.mobile,
      centres: it.posts.map((post) => centres.find((centre) => centre.key === post.centre)?.name ?? post.centre),
      siamIds: it.posts.flatMap((post) => centres.filter((centre) => centre.key === post.centre).map((centre) => centre.siamId)),
      insurerAccount: it.insurerAccount,
      taminAccount: it.taminAccount,
      armedForcesAccount: it.armedForcesAccount,
    })),
    patients: [
      ...allPatients.map(({ key, shows, firstName, lastName, identity }) => ({ key, shows, fullName: `${firstName} ${lastName}`, identity })),
      {
        key: 'unknown', shows: 'کد ملی درستی که ثبت احوال نمی‌شناسد', fullName: '—',
        identity: { kind: 'national-code' as const, value: unknownNationalCode },
      },
    ],
    packs: samplePacks(db, at),
  }
}
