import type { Changes } from './changes.ts'
import type { Faults } from './faults.ts'
import type { Journal } from './journal.ts'
import type { SandboxContext } from './service.ts'

/** What the sandbox's own page and control interface work with, besides what the services have. */
export interface Frame extends SandboxContext {
  journal: Journal
  faults: Faults
  changes: Changes
  /** Back to the first day: nothing is kept. */
  reset: () => void
}
