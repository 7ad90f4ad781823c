import * as z from 'zod'
import { NoteDetail } from '../tamin.ts'
import { asked } from './words.ts'

/** Dentistry, marked diseases, the family doctor. `check-rules-in-detail` is published by name; all fields and the other routes are ours. */

const Doctor = z.object({ docId: z.string().min(1), docNationalCode: z.string().min(1) })

export const CheckRulesRequest = Doctor.extend({ patient: z.string().min(1), noteDetailEprscs: z.array(NoteDetail).min(1) })
/** One for each line, in their order. */
export const CheckRulesReply = asked(
  z.array(z.object({ srvCode: z.string(), toothId: z.string().nullable(), isAllowed: z.boolean(), ruleCode: z.string().nullable(), message: z.string().nullable() })),
)

/** Marks a patient with a special disease, under which lines are then covered. */
export const MarkIllnessRequest = Doctor.extend({ patient: z.string().min(1), illnessId: z.string().min(1), icdId: z.string().min(1) })
export const IllnessesOfRequest = Doctor.extend({ patient: z.string().min(1) })
export const IllnessesOfReply = asked(z.array(z.object({ illnessId: z.string(), illnessDes: z.string(), markedAt: z.iso.datetime() })))

/** Whose family the patient is of; null where she has no family doctor. */
export const FamilyDoctorRequest = Doctor.extend({ patient: z.string().min(1) })
export const FamilyDoctorReply = asked(z.object({ familyDoctor: z.object({ docId: z.string(), fullName: z.string() }).nullable() }))
