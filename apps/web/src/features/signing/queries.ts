import type { Failure } from '@noskhe/shared/failure'
import { findSignatureOutcome, requestSignature, signWithPasskey } from '@noskhe/shared/signing/contract'
import type { SignatureRequest, SigningMeans } from '@noskhe/shared/signing/signature'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'
import { keepPrescription } from '../prescriptions/index.ts'
import { answerWithPasskey } from './answer-with-passkey.ts'

/** Fixes the draft as bytes and asks for a signature over them; a phone that signs is told at once. */
export const useRequestSignature = () =>
  useMutation<SignatureRequest, Failure, { id: string; revision: number; means: SigningMeans }>({
    mutationFn: (input) => call(requestSignature, input),
  })

/** Answers the request with this device's passkey; the prescription comes back signed. */
export function useSignWithPasskey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (request: SignatureRequest) =>
      call(signWithPasskey, { id: request.id, response: await answerWithPasskey(request) }),
    onSuccess: (it) => keepPrescription(queries, it),
  })
}

const PHONE_ASKED_EVERY_MS = 1_500

/** Not answered yet, or approved and waiting for the authority's word on the certificate. */
const mayChange = (state: string) => state === 'pending' || state === 'unconfirmed'

/** What the phone answered so far, asked until it has. */
export const usePhoneOutcome = (request: SignatureRequest | null) =>
  useQuery({
    ...queryOf(findSignatureOutcome, { id: request?.id ?? '' }, { isBackground: true }),
    enabled: request?.means === 'mobile',
    staleTime: 0,
    refetchInterval: (query) => (query.state.data && !mayChange(query.state.data.state) ? false : PHONE_ASKED_EVERY_MS),
  })
