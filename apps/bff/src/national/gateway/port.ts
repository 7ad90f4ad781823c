/** How one service has answered lately. Times are ISO instants; `ms` is the duration of the last call that was answered. */
export interface ServiceStatus {
  service: string
  /** `unknown` until it was called once; `closed-off` while the circuit breaker keeps calls back. */
  state: 'unknown' | 'answering' | 'failing' | 'closed-off'
  lastSuccessAt: string | null
  lastFailureAt: string | null
  ms: number | null
}
