import type { Typed } from '@noskhe/shared/endpoint'
import { listDeposits, readRecord, sendDepositAgain } from '@noskhe/shared/record/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../api/call.ts'

/** Each reading is an act with a purpose: never repeated by itself, and kept nowhere once the page that asked is left. */
export const useReadRecord = () => useMutation({ mutationFn: (input: Typed<typeof readRecord>) => call(readRecord, input), gcTime: 0 })

const REFRESHED_EVERY_MS = 5_000
const depositsQuery = queryOf(listDeposits, {}, { isBackground: true })

/** What is still in the outbox; kept fresh, because it empties by itself. */
export const useDeposits = () => useQuery({ ...depositsQuery, refetchInterval: REFRESHED_EVERY_MS })

export function useSendAgain() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(sendDepositAgain, { id }),
    onSuccess: (deposits) => queries.setQueryData(depositsQuery.queryKey, deposits),
    onError: () => queries.invalidateQueries({ queryKey: depositsQuery.queryKey }),
  })
}
