import { momentOf } from '@noskhe/national-wire/ihio/date'
import type { ReferralDesk } from '../port.ts'
import { coverageOf, isoOf, itemOf, notCovered } from './reading.ts'
import { REFERRAL_TYPE } from './item-type.ts'
import type { Sessions } from './sessions.ts'

/** A referral is a line of its own type; the answer to it is registered under a visit that its tracking code opened. */
export function referral(sessions: Sessions): ReferralDesk {
  return {
    async origins({ trackingCode, ...who }) {
      const answer = await sessions.forPatient('prescription/fetch/reference/printcode', who, { printCode: trackingCode })
      if (answer.outcome === 'refused') return answer
      const orders = (answer.info ?? []).map(({ referencePrescriptionInfo: it }) => ({
        trackingCode: null,
        // The insurer tells neither SAMAD nor tracking code of what led here: it may be read, not acted upon.
        visitRef: '',
        writtenAt: isoOf(it.creationDate),
        prescriber: { name: it.partnerName ?? '', councilNumber: null, licence: null, phone: it.partnerPhone ?? null },
        items: (it.subscriptionInfos ?? []).map((line) => itemOf({ ...line, checkCode: line.checkCode ?? '' })),
      }))
      return { outcome: 'found', orders }
    },

    async openVisit({ trackingCode, ...who }) {
      const citizen = await sessions.citizen(who.party, who.patient, { isFresh: true })
      if (citizen.outcome === 'refused') return citizen
      const coverage = coverageOf(citizen.info)
      if (coverage.outcome === 'refused') return coverage
      if (coverage.outcome === 'not-covered') return notCovered(citizen.info)
      const answer = await sessions.forPatient('samad/electronic/generate/reference', who, { printCode: trackingCode })
      return answer.outcome === 'refused' ? answer : { outcome: 'opened', visitRef: answer.info.samadCode }
    },

    async answer({ visitRef, checkRefs, feedback, ...who }) {
      const subscriptions = checkRefs.map((checkCode) => ({ checkCode }))
      const answer = await sessions.forPatient('prescription/save', who, { samadCode: visitRef, subscriptions, referenceFeedback: feedback })
      return answer.outcome === 'refused' ? answer : { outcome: 'registered', trackingCode: answer.info.trackingCode }
    },

    /** The feedback stands as the description of what was delivered of the line that referred. */
    async answers({ visitRef, ...who }) {
      const answer = await sessions.forPatient('prescription/fetch/samad', who, { samadCode: visitRef })
      if (answer.outcome === 'refused') return answer
      const delivered = answer.info.subscriptionInfos
        .filter((line) => line.typeId === REFERRAL_TYPE)
        .flatMap((line) => line.deliveredSubscriptionInfos ?? line.subscriptionDeliveredInfos ?? [])
      const answers = delivered.map((it) => ({
        by: it.delivery ?? null,
        at: momentOf(it.deliverDate ?? '')?.toISOString() ?? null,
        feedback: it.description ?? '',
      }))
      return { outcome: 'found', answers }
    },
  }
}
