import type { DatabaseSync } from 'node:sqlite'
import { dayOfTaminDate, taminDate } from '@noskhe/national-wire/tamin'
import { prescriptionType } from '@noskhe/national-wire/tamin/codes'
import { patients, people } from '../../scenarios.ts'

const DAY = 86_400_000

/** Written with another house's software by doctors that no demo person is: what a specialist finds waiting when she first looks. */
const waiting = [
  {
    trackingCode: '2718281', from: '104928375613', patient: 'tamin', to: 'physician', daysAgo: 2, icd: 'E11', isUrgent: false,
    reason: 'قند ناشتای ۲۱۰ با وجود متفورمین؛ لطفاً برای تنظیم درمان و بررسی عوارض دیده شود.',
  },
] as const

/** Keeps each once: what became of it since is left alone. */
export function seedWaitingReferrals(db: DatabaseSync, now: Date): void {
  const write = db.prepare(
    `INSERT INTO tamin_prescription (id, tracking_code, patient, username, client_id, type, presc_date, comments, fund, fingerprint, created_at)
     SELECT coalesce((SELECT max(id) FROM tamin_prescription), 240000000) + 1, ?, ?, ?, 'another-house', ?, ?, '', ?, ?, ?
     WHERE NOT EXISTS (SELECT 1 FROM tamin_prescription WHERE fingerprint = ?) RETURNING id`,
  )
  const refer = db.prepare('INSERT INTO tamin_referral VALUES (?, ?, NULL, ?, ?, ?)')
  for (const { trackingCode, from, to, daysAgo, ...it } of waiting) {
    const patient = patients.find(({ key }) => key === it.patient)
    const specialty = people.find(({ key }) => key === to)?.specialty
    if (patient === undefined || !specialty) throw new Error(`Nobody is called ${it.patient} or ${to}`)
    const at = new Date(now.getTime() - daysAgo * DAY)
    const print = `scenario:${trackingCode}`
    const row = write.get(
      trackingCode, patient.identity.value, from, prescriptionType.referral, dayOfTaminDate(taminDate(at)), patient.coverages[0]?.box.title ?? '', print,
      at.toISOString(), print,
    )
    if (row !== undefined) refer.run(Number(row['id']), specialty.code, it.reason, it.icd, Number(it.isUrgent))
  }
}
