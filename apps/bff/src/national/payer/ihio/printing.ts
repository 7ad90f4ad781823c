import type { InfoOf, RequestOf } from '@noskhe/national-wire/ihio'
import type { ItemKind, Printout, Printouts } from '../port.ts'
import type { Answer } from './answer.ts'
import type { Sessions } from './sessions.ts'

const pageOf: Readonly<Record<ItemKind, RequestOf<'print/order'>['type']>> = {
  drug: 'drug', lab: 'test', imaging: 'imaging', physiotherapy: 'physiotherapy', 'physician-service': 'doctor', referral: 'reference',
}

/** The insurer's own pages for the printer. */
export function printing(sessions: Sessions): Printouts {
  return {
    order: async ({ visitRef, kind, ...who }) =>
      printed(await sessions.forPatient('print/order', who, { samadCode: visitRef, type: pageOf[kind] })),
    delivery: async ({ party, deliveryRef }) => printed(await sessions.asParty('print/deliver', party, { checkCode: deliveryRef })),
    bill: async ({ party, billRef }) => printed(await sessions.asParty('print/bill', party, { billId: Number(billRef) })),
  }
}

function printed(answer: Answer<InfoOf<'print/order'>>): Printout {
  if (answer.outcome === 'refused') return answer
  const bytes = Buffer.from(answer.info.print, 'base64')
  return { outcome: 'printed', mediaType: mediaTypeOf(bytes), bytes }
}

/** The contract says «printable» and no more: PDF and HTML are known by how they begin. */
function mediaTypeOf(bytes: Buffer): 'application/pdf' | 'text/html' | 'application/octet-stream' {
  const start = bytes.subarray(0, 15).toString('latin1').toLowerCase()
  if (start.startsWith('%pdf-')) return 'application/pdf'
  return /^<(!doctype html|html)/.test(start) ? 'text/html' : 'application/octet-stream'
}
