import type { PaperDesk, PaperItem } from '../port.ts'
import { refusedAs } from './answer.ts'
import { itemTypeOf } from './item-type.ts'
import { deliveryVerdict, uncoveredDelivery } from './reading.ts'
import type { Sessions } from './sessions.ts'

/** Bytes; the contract names no limit, and a photograph of a sheet is readable far below it. */
const MAX_IMAGE = 2 * 2 ** 20
const signatures = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
]

/** What was written on paper, entered at the counter with its picture. */
export function paper(sessions: Sessions): PaperDesk {
  return {
    async writers({ councilNumber, writtenOn, grade, ...who }) {
      const answer = await sessions.forPatient('partner/search', who, {
        nomedicalSystem: Number(councilNumber),
        visitDate: dayNumber(writtenOn),
        expertiseGrade: grade,
      })
      if (answer.outcome === 'refused') return answer
      // Nobody found is told with the number of a success, and without a list.
      const writers = (answer.info ?? []).map((it) => ({
        writerRef: String(it.partnerContractingPartyId),
        name: [it.name, it.lastName].filter(Boolean).join(' '),
        councilNumber: String(it.nomedicalSystem ?? councilNumber),
        centre: it.contractPartyType ?? '',
        licence: it.licenseType ?? '',
      }))
      return { outcome: 'found', writers }
    },

    async open({ writer, writtenOn, grade, image, ...who }) {
      if (!isPicture(image)) return notAPicture
      const answer = await sessions.forPatient('samad/paper/generate', who, {
        paperInfoWrapper: {
          nomedicalSystem: Number(writer.councilNumber),
          visitDate: dayNumber(writtenOn),
          expertiseGrade: grade,
          paperImage: Buffer.from(image).toString('base64'),
          'partnerContractingPartyId ': Number(writer.writerRef),
        },
      })
      return answer.outcome === 'refused' ? answer : { outcome: 'opened', visitRef: answer.info.samadCode }
    },

    async check({ visitRef, item, alongside, ...who }) {
      const checked = await sessions.forPatient('subscription/check/paper', who, {
        samadCode: visitRef,
        subInfoWrapper: { service: paperService(item), otherServices: alongside.map((checkCode) => ({ checkCode })) },
      })
      if (checked.outcome === 'refused') return uncoveredDelivery(checked)
      const verdict = deliveryVerdict(checked.info)
      if (verdict.outcome !== 'covered' || verdict.checkRef === null || item.unitPrice === null) return verdict
      const asked = { samadCode: visitRef, checkCode: verdict.checkRef, basePrice: item.unitPrice }
      const priced = await sessions.forPatient('subscription/check/paper/price', who, asked)
      return priced.outcome === 'refused' ? uncoveredDelivery(priced) : deliveryVerdict(priced.info)
    },

    async register({ visitRef, checkRefs, ...who }) {
      const subscriptions = checkRefs.map((checkCode) => ({ checkCode }))
      const answer = await sessions.forPatient('prescription/paper/order', who, { samadCode: visitRef, subscriptions })
      return answer.outcome === 'refused' ? answer : { outcome: 'registered', trackingCode: answer.info.trackingCode }
    },

    async deliver({ visitRef, lines, ...who }) {
      const answer = await sessions.forPatient('prescription/paper/deliver', who, {
        samadCode: visitRef,
        subscriptions: lines.map(({ checkRef, packs }) => ({ checkCode: checkRef, uIds: packs.map(({ uid, count }) => ({ uId: uid, count })) })),
      })
      if (answer.outcome === 'refused') return answer
      return { outcome: 'delivered-unconfirmed', deliveryRef: answer.info.checkCode, trackingCode: answer.info.trackingCode }
    },

    async confirm({ party, deliveryRef }) {
      const answer = await sessions.asParty('prescription/paper/deliver/confirm', party, { checkCode: deliveryRef })
      return answer.outcome === 'refused' ? answer : { outcome: 'confirmed' }
    },
  }
}

const isPicture = (image: Uint8Array) =>
  image.length <= MAX_IMAGE && signatures.some((signature) => signature.every((byte, place) => image[place] === byte))

const notAPicture = refusedAs(
  ['invalid', 'تصویر نسخه پذیرفته نشد و فرستاده نشد. عکس نسخه را با قالب JPEG یا PNG و تا ۲ مگابایت بفرستید.'],
  'not-sent',
  'paperImage',
)

/** 14050904 of `1405-09-04`. */
const dayNumber = (day: string) => Number(day.replaceAll('-', ''))

const paperService = (item: PaperItem) => ({
  orderCount: item.ordered.count,
  deliverCount: item.delivered.count,
  orderNationalNumber: item.ordered.code.value,
  deliverNationalNumber: item.delivered.code.value,
  type: itemTypeOf({ code: item.ordered.code, ...(item.kind !== undefined && { kind: item.kind }) }),
  consumption: item.consumption,
  consumptionInstruction: item.instruction,
  description: item.note,
  numberOfPeriod: item.periods,
  isOutOfPrescription: false,
  ...(item.compound !== null && { bulkId: item.compound }),
})
