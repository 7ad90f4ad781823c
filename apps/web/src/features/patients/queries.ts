import type { Typed } from '@noskhe/shared/endpoint'
import { declareCoverage, giveUpEncounter, openEncounter, saveContact } from '@noskhe/shared/patients/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

/** Asks who the patient is and who covers her, and opens the visit. */
export const useOpenEncounter = () => useMutation({ mutationFn: (input: Typed<typeof openEncounter>) => call(openEncounter, input) })

/** Goes on as insured under a reserved HID, where the insurer itself agrees. */
export const useDeclareCoverage = () => useMutation({ mutationFn: (input: Typed<typeof declareCoverage>) => call(declareCoverage, input) })

/** Keeps by which telephone the patient is reached. */
export const useSaveContact = () => useMutation({ mutationFn: (input: Typed<typeof saveContact>) => call(saveContact, input) })

/** Says that the visit came to nothing; its HID is taken back. */
export const useGiveUpEncounter = () => useMutation({ mutationFn: (input: Typed<typeof giveUpEncounter>) => call(giveUpEncounter, input) })
