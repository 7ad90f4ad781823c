import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Finding, Findings, GatheringState, Override } from '@noskhe/shared/rules/finding'
import { acknowledgedOf } from './acknowledged.ts'
import { latestOf } from './latest.ts'
import type { Gathering, GivenOverride, StoredFinding } from './stored.ts'

interface Seen {
  prescription: Prescription
  /** Null where the rules were never asked about the draft as it is. */
  gathering: Gathering | null
  overrides: readonly GivenOverride[]
  /** What a reason against the insurer rests on (`factsBasisOf`). */
  basis: string
}

/** What was heard, with what she said to it, and to the insurer. */
export function findingsOf({ prescription, gathering, overrides, basis }: Seen): Findings {
  const { id, revision } = prescription
  const acknowledged = acknowledgedOf(prescription, overrides, basis)
  if (gathering === null) return { revision, ...unheard, acknowledged }
  return { revision, ...heardOf(gathering), findings: gathering.findings.map((it) => shown(it, overrideOf(it, id, overrides))), acknowledged }
}

const unheard = { state: 'not-checked' as const, silent: [], askedAt: null, findings: [] }

/** Whether who was asked answered; of nobody that is not checked. */
export function heardOf({ asked: { answers }, askedAt }: Pick<Gathering, 'asked' | 'askedAt'>): Pick<Findings, 'state' | 'silent' | 'askedAt'> {
  return {
    state: stateOf(answers.map(({ state }) => state)),
    silent: answers.filter(({ state }) => state === 'silent').map(({ title }) => title),
    askedAt: askedAt.toISOString(),
  }
}

export const shown = ({ basis: _, from: __, ...finding }: StoredFinding, override: Override | null): Finding => ({ ...finding, override })

/** Nobody asked, or nobody answered, is not checked. */
function stateOf(states: readonly ('answered' | 'silent')[]): GatheringState {
  if (!states.includes('answered')) return 'not-checked'
  return states.includes('silent') ? 'partly' : 'checked'
}

/** A reason that the finding no longer offers is none. */
const overrideOf = ({ key, basis, overrideReasons }: StoredFinding, prescriptionId: string, overrides: readonly GivenOverride[]): Override | null =>
  latestOf(
    overrides.filter((it) => it.findingKey === key && it.basis === basis && overrideReasons.some(({ code }) => code === it.reasonCode)),
    prescriptionId,
  )
