import { isSilence } from '../../gateway/failures.ts'
import type { Payer, RegisteredPart } from '../port.ts'
import type { Kept, Mailing } from './mailing.ts'
import { halfThere, orderUnknown } from './outcomes.ts'
import { extentOf, partAsKept, partsOf, registeredAs } from './parts.ts'
import { orderOfParts } from './reading.ts'
import { commentOf } from './visit-ref.ts'
import type { Visits } from './visits.ts'

type Prescribing = Pick<Payer, 'register' | 'findRegistration' | 'progress' | 'orderByVisit'>

/** The doctor's side of the insurer. A prescription of several kinds is several there; ours is registered whole or not at all. */
export function prescribing({ visits, mailing }: { visits: Visits; mailing: Mailing }): Prescribing {
  return {
    async register({ visitRef, checkRefs, ...call }) {
      const head = await mailing.head({ ...call, visitRef })
      if (head.outcome === 'refused') return head
      const parts = partsOf(checkRefs)
      const kept: (Kept & RegisteredPart)[] = []
      const undo = () => mailing.undo(call.party, kept, head.info)

      for (const [index, { type, kind, checkRefs: own, notes }] of parts.entries()) {
        const comments = commentOf(visitRef, { part: index + 1, of: parts.length })
        const letter = { prescType: { prescTypeId: type }, comments, noteDetailEprscs: notes }
        try {
          const told = await mailing.create({ ...call, visitRef }, head.info, letter)
          if (told.outcome === 'refused') {
            await undo()
            return told
          }
          kept.push({ kind, checkRefs: own, headId: told.headId, trackingCode: told.trackingCode })
        } catch (error) {
          // What surely was not sent leaves only the parts before it; what may have been sent is asked about as a whole.
          if (isSilence(error) && error.sent === 'no') await undo()
          throw error
        }
      }
      return registeredAs(kept.map(({ headId: _, ...part }) => part))
    },

    /**
     * Half of it there means that its registration broke off: nobody was told that it is registered, so what is there is taken
     * back, and the answer is whole. What cannot be taken back is refused with its code.
     */
    async findRegistration({ visitRef, ...call }) {
      const found = await visits.record({ ...call, visitRef })
      if (found.outcome === 'refused') return found
      const { doctor, rows } = found.info
      const live = rows.filter((it) => it.deletedAt === null)
      const extent = extentOf(rows)
      if (extent === 'none') return { outcome: 'not-registered' }
      if (extent === 'half') {
        for (const { head_EPRSC_ID, trackingCode } of live) {
          const removed = await mailing.remove(call.party, head_EPRSC_ID, doctor)
          if (removed.outcome === 'refused') return halfThere(removed, trackingCode)
        }
        return { outcome: 'not-registered' }
      }
      const [only, second] = live
      if (only !== undefined && second === undefined) return { outcome: 'registered', trackingCode: only.trackingCode }
      const details = await visits.details({ ...call, visitRef })
      return details.outcome === 'refused' ? details : registeredAs(details.info.parts.map(partAsKept))
    },

    async progress(call) {
      const found = await visits.details(call)
      return found.outcome === 'refused' ? found : { outcome: 'found', items: orderOfParts(found.info.parts)?.items ?? [] }
    },

    async orderByVisit(call) {
      const found = await visits.details(call)
      if (found.outcome === 'refused') return found
      const order = orderOfParts(found.info.parts)
      return order === null ? orderUnknown : { outcome: 'found', order }
    },
  }
}
