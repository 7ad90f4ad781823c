/** How one service has answered lately. Times are ISO instants. */
export interface ServiceStatus {
  /** Our key of it, as in the call log. */
  service: string
  /** Its Persian name. */
  title: string
  /** `untried`: nobody has asked it since the start. */
  state: 'answering' | 'failing' | 'untried'
  lastAnsweredAt: string | null
  lastFailedAt: string | null
  /** Duration of the last answered call. */
  lastMs: number | null
}
