import { compactJalali, momentOf } from '@noskhe/national-wire/ihio/date'
import type { DeliveryQueue, OwnDelivery, Payer } from '../port.ts'
import type { Sessions } from './sessions.ts'

const PAGE = 50
const MOST_PAGES = 20

type OwnWork = Required<Pick<Payer, 'queue' | 'deliveries' | 'billStatus'>>

/** What waits at one's own counter, what was handed over there, and whether its bill is shown. */
export const ownWork = (sessions: Sessions): OwnWork => ({ queue: queue(sessions), deliveries: deliveries(sessions), billStatus: billStatus(sessions) })

const queue = (sessions: Sessions): DeliveryQueue => ({
  async waiting({ party }) {
    const answer = await sessions.asParty('deliver/queue/fetch', party, {})
    if (answer.outcome === 'refused') return answer.reason === 'not-found' ? { outcome: 'found', entries: [] } : answer
    const entries = (answer.info ?? []).map((it) => ({
      trackingCode: it.trackingCode,
      patientName: it.fullName ?? '',
      patientNumber: it.memberNN ?? '',
    }))
    return { outcome: 'found', entries }
  },

  async send({ trackingCode, ...who }) {
    const answer = await sessions.forPatient('deliver/queue/prescription/send', who, { trackingCode })
    return answer.outcome === 'refused' ? answer : { outcome: 'queued' }
  },
})

const deliveries = (sessions: Sessions): OwnWork['deliveries'] => async ({ party, patient, from, to }) => {
  const span = {
    fromDate: compactJalali(from),
    toDate: compactJalali(to),
    ...(patient !== undefined && { nationalNumber: patient.identity.value }),
  }
  const found: OwnDelivery[] = []
  for (let index = 0; index < MOST_PAGES; index++) {
    const answer = await sessions.asParty('samad/delivered/search', party, { ...span, index, count: PAGE })
    // A page past the last one is refused as nothing found.
    if (answer.outcome === 'refused') return answer.reason === 'not-found' ? { outcome: 'found', deliveries: found } : answer
    found.push(...answer.info.flatMap((row) => (row.checkCode ? [ownDelivery(row, row.checkCode)] : [])))
    if (answer.info.length < PAGE) break
  }
  return { outcome: 'found', deliveries: found }
}

type Text = string | null | undefined

const ownDelivery = (
  row: { trackingCode?: Text; name?: Text; lastName?: Text; nationalNumber?: Text; productName?: Text; deliveredDate?: Text; prescriptionType?: Text },
  deliveryRef: string,
): OwnDelivery => ({
  deliveryRef,
  trackingCode: row.trackingCode ?? '',
  patientName: [row.name, row.lastName].filter(Boolean).join(' '),
  patientNumber: row.nationalNumber ?? '',
  fund: row.productName ?? '',
  deliveredAt: momentOf(row.deliveredDate ?? '')?.toISOString() ?? null,
  isPaper: row.prescriptionType === 'P',
})

const billStatus = (sessions: Sessions): OwnWork['billStatus'] => async ({ party }) => {
  const answer = await sessions.asParty('bill/check/send', party, {})
  if (answer.outcome === 'refused') return answer
  return { outcome: 'found', isViewable: answer.info.isBillView, remark: answer.info.billType ?? '' }
}
