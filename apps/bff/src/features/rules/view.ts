import type { Findings, GatheringState, Override } from '@noskhe/shared/rules/finding'
import type { Gathering, GivenOverride, StoredFinding } from './stored.ts'

interface Seen {
  prescription: { id: string; revision: number }
  /** Null where the rules were never asked about the draft as it is. */
  gathering: Gathering | null
  overrides: readonly GivenOverride[]
}

/** What was heard, with what she said to it. */
export function findingsOf({ prescription, gathering, overrides }: Seen): Findings {
  const { id, revision } = prescription
  if (gathering === null) return { revision, state: 'not-checked', silent: [], askedAt: null, findings: [] }
  const { answers } = gathering.asked
  return {
    revision,
    state: stateOf(answers.map(({ state }) => state)),
    silent: answers.filter(({ state }) => state === 'silent').map(({ title }) => title),
    askedAt: gathering.askedAt.toISOString(),
    findings: gathering.findings.map((it) => shown(it, overrideOf(it, id, overrides))),
  }
}

const shown = ({ basis: _, from: __, ...finding }: StoredFinding, override: Override | null) => ({ ...finding, override })

/** Nobody asked, or nobody answered, is not checked. */
function stateOf(states: readonly ('answered' | 'silent')[]): GatheringState {
  if (!states.includes('answered')) return 'not-checked'
  return states.includes('silent') ? 'partly' : 'checked'
}

/** The last reason given that rests on the same; a reason that the finding no longer offers is none. */
function overrideOf({ key, basis, overrideReasons }: StoredFinding, prescriptionId: string, overrides: readonly GivenOverride[]): Override | null {
  const given = overrides
    .filter((it) => it.findingKey === key && it.basis === basis && overrideReasons.some(({ code }) => code === it.reasonCode))
    .toSorted((a, b) => b.givenAt.getTime() - a.givenAt.getTime())[0]
  if (!given) return null
  return {
    reason: { code: given.reasonCode, display: given.reasonDisplay },
    note: given.note,
    givenAt: given.givenAt.toISOString(),
    isRemembered: given.prescriptionId !== prescriptionId,
  }
}
