import type { Typed } from '@noskhe/shared/endpoint'
import { declareCoverage, giveUpEncounter, openEncounter, openEncounterOfPatient, saveContact, searchPatients } from '@noskhe/shared/patients/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

/** Who is asked about: by her id, or somebody of this centre who was found by something else. */
export type Question = Typed<typeof openEncounter> | Typed<typeof openEncounterOfPatient>

/** Asks who the patient is and who covers her, and opens the visit. */
export const useOpenEncounter = () =>
  useMutation({ mutationFn: (it: Question) => ('identity' in it ? call(openEncounter, it) : call(openEncounterOfPatient, it)) })

/** Looks among the patients of this centre. Each search is a look that is audited: made when it is asked for, never while she types. */
export const useSearchPatients = () => useMutation({ mutationFn: (input: Typed<typeof searchPatients>) => call(searchPatients, input) })

/** Goes on as insured under a reserved HID, where the insurer itself agrees. */
export const useDeclareCoverage = () => useMutation({ mutationFn: (input: Typed<typeof declareCoverage>) => call(declareCoverage, input) })

/** Keeps by which telephone the patient is reached. */
export const useSaveContact = () => useMutation({ mutationFn: (input: Typed<typeof saveContact>) => call(saveContact, input) })

/** Says that the visit came to nothing; its HID is taken back. */
export const useGiveUpEncounter = () => useMutation({ mutationFn: (input: Typed<typeof giveUpEncounter>) => call(giveUpEncounter, input) })
