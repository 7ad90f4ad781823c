import { isEditable } from '@noskhe/national-wire/tamin/codes'
import type { KeptPrescription } from '@noskhe/national-wire/tamin'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { beforeSending } from '../../gateway/before-sending.ts'
import { isSilence } from '../../gateway/failures.ts'
import type { Payer, Refused, RegisteredPart } from '../port.ts'
import type { DoctorIdentity } from './doctor-identity.ts'
import type { Kept, Mailing } from './mailing.ts'
import { oneKindAtATime, orderUnknown, partlyWithdrawn, refusalOf } from './outcomes.ts'
import { partAsKept, partsOf, registeredAs } from './parts.ts'
import type { Part } from './parts.ts'
import { commentOf } from './visit-ref.ts'
import type { Visited, Visits } from './visits.ts'

interface Needs {
  visits: Visits
  mailing: Mailing
}

/** What an amendment asks of one part. */
type Step = { do: 'create'; part: Part } | Final | { do: 'nothing'; kept: KeptPrescription }

/** `part` is what it becomes; of one that is removed, what it was. */
interface Final {
  do: 'edit' | 'remove'
  kept: KeptPrescription
  part: Part
}

export function changing({ visits, mailing }: Needs): Pick<Required<Payer>, 'amend' | 'withdraw'> {
  return {
    /**
     * A part's whole list replaces the old one, once; where none of its lines is left it is deleted, on the day it was made.
     * Neither can be undone, so at most one of them is done at a time; new parts, which can, come before it.
     */
    async amend({ visitRef, add, remove, ...call }) {
      const visited = { ...call, visitRef }
      const found = await beforeSending(() => visits.details(visited))
      if (found.outcome === 'refused') return found
      const { doctor, parts } = found.info
      const steps = stepsOf(parts, { add, remove })
      const final = steps.filter((it): it is Final => it.do === 'edit' || it.do === 'remove')
      if (final.length > 1) return oneKindAtATime
      const [last] = final
      if (last?.do === 'edit' && !isEditable(last.part.type)) return refusalOf(taminRefusal.notEditable, null)

      const created = await createAll(visited, parts.length, steps.flatMap((it) => (it.do === 'create' ? [it.part] : [])))
      if (created.outcome === 'refused') return created
      const changed = last === undefined ? ({ outcome: 'done' } as const) : await change(visited, doctor, last, created.kept)
      if (changed.outcome === 'refused') return changed

      const standing = steps.flatMap((it): RegisteredPart[] => {
        if (it.do === 'nothing') return [partAsKept(it.kept)]
        if (it.do === 'edit') return [{ kind: it.part.kind, trackingCode: it.kept.trackingCode, checkRefs: it.part.checkRefs }]
        return []
      })
      const whole = [...standing, ...created.kept]
      // Deleted whole it still tells the code under which it stood.
      const [first] = parts
      return whole.length === 0 && first !== undefined ? { outcome: 'registered', trackingCode: first.trackingCode } : registeredAs(whole.map(asPart))
    },

    async withdraw(call) {
      const found = await beforeSending(() => visits.record(call))
      if (found.outcome === 'refused') return found
      const { doctor, rows } = found.info
      if (rows.length === 0) return orderUnknown
      const live = rows.filter((it) => it.deletedAt === null)
      if (live.length > 1) {
        const against = await beforeSending(() => obstacle(call))
        if (against !== null) return against
      }
      for (const [index, { head_EPRSC_ID }] of live.entries()) {
        const removed = await mailing.remove(call.party, head_EPRSC_ID, doctor)
        if (removed.outcome === 'refused') return index === 0 ? removed : partlyWithdrawn(removed)
      }
      return { outcome: 'withdrawn' }
    },
  }

  /** What would stop one part, seen before any is deleted: all have the same day, so only an act of a provider tells them apart. */
  async function obstacle(call: Visited): Promise<Refused | null> {
    const found = await visits.details(call)
    if (found.outcome === 'refused') return found
    const hasActed = found.info.parts.some((it) => it.noteDetailEprscs.some((line) => line.srvRem < line.srvQty))
    return hasActed ? refusalOf(taminRefusal.providerActed, null) : null
  }

  type Created = { outcome: 'created'; kept: (Kept & RegisteredPart)[] } | Refused

  async function createAll(call: Visited, before: number, parts: Part[]): Promise<Created> {
    if (parts.length === 0) return { outcome: 'created', kept: [] }
    const head = await mailing.head(call)
    if (head.outcome === 'refused') return head
    const kept: (Kept & RegisteredPart)[] = []
    for (const [index, { type, kind, checkRefs, notes }] of parts.entries()) {
      const comments = commentOf(call.visitRef, { part: before + index + 1, of: before + parts.length })
      const told = await mailing.create(call, head.info, { prescType: { prescTypeId: type }, comments, noteDetailEprscs: notes })
      if (told.outcome === 'refused') {
        await mailing.undo(call.party, kept, head.info)
        return told
      }
      kept.push({ kind, checkRefs, headId: told.headId, trackingCode: told.trackingCode })
    }
    return { outcome: 'created', kept }
  }

  /** The one step that cannot be undone. Refused, or surely not sent, it leaves nothing of the new parts either. */
  async function change({ party }: Visited, doctor: DoctorIdentity, step: Final, created: readonly Kept[]) {
    const { head_EPRSC_ID } = step.kept
    try {
      const done = step.do === 'edit' ? await mailing.edit(party, head_EPRSC_ID, doctor, step.part.notes) : await mailing.remove(party, head_EPRSC_ID, doctor)
      if (done.outcome === 'refused') await mailing.undo(party, created, doctor)
      return done
    } catch (error) {
      if (isSilence(error) && error.sent === 'no') await mailing.undo(party, created, doctor)
      throw error
    }
  }
}

function stepsOf(kept: readonly KeptPrescription[], { add, remove }: { add: readonly string[]; remove: readonly string[] }): Step[] {
  const adding = partsOf(add)
  const steps = kept.map((it): Step => {
    const before = partAsKept(it).checkRefs
    const own = adding.find(({ type }) => type === it.prescTypeId)?.checkRefs ?? []
    const after = [...before.filter((ref) => !remove.includes(ref)), ...own]
    if (own.length === 0 && after.length === before.length) return { do: 'nothing', kept: it }
    const [part] = partsOf(after)
    const [old] = partsOf(before)
    if (part !== undefined) return { do: 'edit', kept: it, part }
    return old === undefined ? { do: 'nothing', kept: it } : { do: 'remove', kept: it, part: old }
  })
  const isNew = ({ type }: Part) => kept.every((it) => it.prescTypeId !== type)
  return [...steps, ...adding.filter(isNew).map((part): Step => ({ do: 'create', part }))]
}

const asPart = ({ kind, trackingCode, checkRefs }: RegisteredPart): RegisteredPart => ({ kind, trackingCode, checkRefs })
