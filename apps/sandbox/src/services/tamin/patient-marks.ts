import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { FamilyDoctorReply, IllnessesOfReply, MarkIllnessRequest } from '@noskhe/national-wire/tamin/care'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { all, one } from '../../database.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { illnesses, isDiagnosis } from './care-lists.ts'
import { requirePatientCode } from './insured.ts'
import { accountOf, docIdOf } from './rows.ts'

const Marked = z.object({ illness_id: z.string(), marked_at: z.string() })

export const isMarked = (db: DatabaseSync, patient: string, illness: string): boolean =>
  db.prepare('SELECT 1 FROM tamin_illness WHERE patient = ? AND illness_id = ?').get(patient, illness) !== undefined

/** Marks a patient with a special disease. Marking twice is one marking. @throws Refusal */
export function markIllness({ db, now }: Call, { patient, illnessId, icdId }: z.output<typeof MarkIllnessRequest>): true {
  requirePatientCode(patient)
  if (!illnesses.some((it) => it.illnessId === illnessId)) throw new Refusal(taminRefusal.illnessInvalid, 'بیماری خاص نامعتبر است')
  if (!isDiagnosis(db, icdId)) throw new Refusal(taminRefusal.diagnosisUndefined, `کد تشخیص ${icdId} تعریف نشده است`)
  db.prepare('INSERT OR IGNORE INTO tamin_illness VALUES (?, ?, ?, ?)').run(patient, illnessId, icdId, now.toISOString())
  return true
}

export const illnessesOf = ({ db }: Call, patient: string): NonNullable<z.output<typeof IllnessesOfReply>['data']> =>
  all(db, Marked, 'SELECT illness_id, marked_at FROM tamin_illness WHERE patient = ? ORDER BY marked_at', patient).map((it) => ({
    illnessId: it.illness_id,
    illnessDes: illnesses.find(({ illnessId }) => illnessId === it.illness_id)?.illnessDes ?? '',
    markedAt: it.marked_at,
  }))

/** Puts a patient into this doctor's family; the doctor before her is so no longer. @throws Refusal */
export function enrol({ db, account }: Call, patient: string): true {
  requirePatientCode(patient)
  db.prepare('INSERT OR REPLACE INTO tamin_family VALUES (?, ?)').run(patient, account.username)
  return true
}

export function familyDoctorOf({ db }: Call, patient: string): NonNullable<z.output<typeof FamilyDoctorReply>['data']> {
  const found = one(db, z.object({ username: z.string() }), 'SELECT username FROM tamin_family WHERE patient = ?', patient)
  const doctor = found && accountOf(db, found.username)
  return { familyDoctor: doctor && { docId: docIdOf(doctor), fullName: doctor.full_name } }
}
