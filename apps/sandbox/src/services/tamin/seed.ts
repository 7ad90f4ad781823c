import type { DatabaseSync } from 'node:sqlite'
import { centres, patients, people } from '../../scenarios.ts'
import type { DemoPerson } from '../../scenarios.ts'
import type { Account } from './rows.ts'

const everybody: readonly DemoPerson[] = people

interface Extra {
  username: string
  password: string
  kind: Account['kind']
  fullName: string
  specialty: string
  councilNumber: string
  mobile: string
  siamId: string
  centre: string
  hasContract: boolean
}

/** Accounts that no demo person has: they show how ids are spelled, a pharmacy without contract, a paraclinical centre, and a closed account. */
const extras: readonly Extra[] = [
  { username: '0053827164', password: 'Tamin-demo-midwife', kind: 'midwife', fullName: 'نگین شهابی', specialty: 'کارشناس مامایی', councilNumber: '60231', mobile: '09127716254', siamId: 'SIAM-1100271', centre: 'درمانگاه مهر ونک', hasContract: true },
  { username: '104928375613', password: 'Tamin-demo-foreign', kind: 'foreign-doctor', fullName: 'احمد سلیم', specialty: 'پزشک عمومی', councilNumber: '98211', mobile: '09351184420', siamId: 'SIAM-1100271', centre: 'درمانگاه مهر ونک', hasContract: true },
  { username: '0071926354', password: 'Tamin-demo-no-contract', kind: 'pharmacy', fullName: 'سینا محمودی', specialty: 'دکترای داروسازی', councilNumber: '24019', mobile: '09121112233', siamId: 'SIAM-2200977', centre: 'داروخانهٔ سینا', hasContract: false },
  { username: '0038271649', password: 'Tamin-demo-laboratory', kind: 'paraclinic', fullName: 'لادن صابری', specialty: 'دکترای علوم آزمایشگاهی', councilNumber: '31274', mobile: '09124456677', siamId: 'SIAM-3300418', centre: 'مرکز پاراکلینیک آرمان', hasContract: true },
  { username: '0064719283', password: 'Tamin-demo-closed', kind: 'doctor', fullName: 'بهنام راستین', specialty: 'پزشک عمومی', councilNumber: '77125', mobile: '09123300118', siamId: 'SIAM-1100271', centre: 'درمانگاه مهر ونک', hasContract: true },
]

/** Her account is known and may not sign in. */
const closedAccount = '0064719283'

/** Fills the registers from the demo people. Idempotent; nothing that callers did is touched. */
export function seedTaminAccounts(db: DatabaseSync): void {
  const account = db.prepare('INSERT OR IGNORE INTO tamin_account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  for (const it of everybody) {
    if (it.taminAccount === null) continue
    const own = it.posts.flatMap((post) => centres.filter((centre) => centre.key === post.centre))
    account.run(
      it.taminAccount.username, it.taminAccount.password, it.posts.some((post) => post.role === 'dispenser') ? 'pharmacy' : 'doctor',
      `${it.firstName} ${it.lastName}`, it.specialty?.title ?? '', it.nationalCode, it.councilNumber ?? '', it.mobile,
      JSON.stringify(own.map((centre) => centre.siamId)), own[0]?.name ?? '', 1,
    )
  }
  for (const it of extras) {
    account.run(
      it.username, it.password, it.kind, it.fullName, it.specialty, it.username, it.councilNumber, it.mobile, JSON.stringify([it.siamId]), it.centre,
      Number(it.hasContract),
    )
  }
  db.prepare('INSERT OR IGNORE INTO tamin_closed_account SELECT username FROM tamin_account WHERE username = ?').run(closedAccount)
  // `*` for every drug: this patient's file is complete; everybody else is asked for one where a drug needs it.
  const withFile = patients.find((it) => it.key === 'overlap')
  if (withFile !== undefined) db.prepare('INSERT OR IGNORE INTO tamin_file VALUES (?, ?)').run(withFile.identity.value, '*')
}
