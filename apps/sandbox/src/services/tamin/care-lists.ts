import type { DatabaseSync } from 'node:sqlite'
import { readShippedRelease } from '../../catalogue/shipped.ts'
import { people } from '../../scenarios.ts'
import type { DemoPerson } from '../../scenarios.ts'

/** Lists beside the drug's. Their form is the published one as far as it is seen in use; rows and numbers are synthetic. */

export const plans = [
  ['1', 'پزشکی خانواده'], ['2', 'مراقبت بارداری'], ['3', 'پیشگیری از دیابت'], ['4', 'سلامت دهان و دندان کودکان'],
].map(([planId = '', planDes = '']) => ({ planId, planDes }))

/** «بیماری‌های خاص»: what is covered under one of these, the organisation pays whole. */
export const illnesses = [
  ['1', 'تالاسمی'], ['2', 'هموفیلی'], ['3', 'دیالیز'], ['4', 'پیوند کلیه'], ['5', 'ام‌اس'], ['6', 'سرطان'],
].map(([illnessId = '', illnessDes = '']) => ({ illnessId, illnessDes }))

export const complaints = [
  ['1', 'تب'], ['2', 'سرفه'], ['3', 'تنگی نفس'], ['4', 'درد قفسهٔ سینه'], ['5', 'درد شکم'], ['6', 'سردرد'], ['7', 'سرگیجه'], ['8', 'درد دندان'],
].map(([complaintId = '', complaintDes = '']) => ({ complaintId, complaintDes }))

const everybody: readonly DemoPerson[] = people
const byPeople = everybody.flatMap(({ specialty }) => (specialty === null ? [] : [[specialty.code, specialty.title] as const]))

const byCatalogue = readShippedRelease().codes.flatMap(({ list, code, nameFa }) => (list === 'specialty' ? [[code, nameFa] as const] : []))

/** The shipped catalogue's, and those of the demo people. */
export const specialties = [...new Map([...byCatalogue, ...byPeople])].map(([specId, specDesc]) => ({ specId, specDesc }))

/** What the one who was referred to is asked. They are fetched, and every one is answered. */
export const feedbackQuestions = [
  { questionId: '1', question: 'آیا بیمار به ادامهٔ درمان تخصصی نیاز دارد؟', answers: choices('بله', 'خیر') },
  { questionId: '2', question: 'پیگیری بعدی با کیست؟', answers: choices('پزشک ارجاع‌دهنده', 'پزشک متخصص', 'بیمارستان') },
]

function choices(...texts: string[]) {
  return texts.map((answer, place) => ({ answerId: String(place + 1), answer }))
}

/** The catalogue's diagnoses as Tamin lists them. */
export const diagnoses = (db: DatabaseSync) =>
  db
    .prepare(`SELECT code, name_fa, name_en FROM catalogue_code WHERE list = 'icd10' AND until IS NULL ORDER BY code`)
    .all()
    .map((it) => ({ icdId: String(it['code']), icdName: String(it['name_fa']), icdLatin: String(it['name_en']) }))

export const isDiagnosis = (db: DatabaseSync, code: string): boolean =>
  db.prepare(`SELECT 1 FROM catalogue_code WHERE list = 'icd10' AND code = ? AND until IS NULL`).get(code) !== undefined
