import type { Typed } from '@noskhe/shared/endpoint'
import { openEncounter } from '@noskhe/shared/patients/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

/** Asks who the patient is and who covers her, and opens the visit. */
export const useOpenEncounter = () => useMutation({ mutationFn: (input: Typed<typeof openEncounter>) => call(openEncounter, input) })
