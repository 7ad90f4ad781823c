import { enrolCertificate, findCertificate, renewCertificate, revokeCertificate } from '@noskhe/shared/signing/contract'
import type { Failure } from '@noskhe/shared/failure'
import type { RevocationReason, SignerCertificate } from '@noskhe/shared/signing/certificate'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'

const key = queryOf(findCertificate, {}).queryKey

/** Asked whenever the page is opened: a state of yesterday is none. */
export const useCertificate = () => useQuery({ ...queryOf(findCertificate, {}), staleTime: 0 })

function useChange<Input>(change: (input: Input) => Promise<SignerCertificate>) {
  const queries = useQueryClient()
  return useMutation<SignerCertificate, Failure, Input>({
    mutationFn: change,
    onSuccess: (it) => queries.setQueryData(key, it),
    // An answer that was lost may have done its work; the authority is asked how it stands.
    onError: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export const useEnrolCertificate = () => useChange<void>(() => call(enrolCertificate, {}))
export const useRenewCertificate = () => useChange<void>(() => call(renewCertificate, {}))
export const useRevokeCertificate = () => useChange<{ serial: string; reason: RevocationReason }>((input) => call(revokeCertificate, input))
