import type { ReactNode } from 'react'

/** Something in the search box that is no hit: its row, under a heading, and what taking it does. */
export interface Offer {
  key: string
  section: string
  row: ReactNode
  take: () => void
}
