import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { codeSystem } from '@noskhe/national-wire/cds-hooks'
import type { Bundle } from '@noskhe/national-wire/cds-hooks'
import type { Guidance, Subject } from './guidance.ts'
import type { Patient } from './patient.ts'

const ServiceRequest = z.looseObject({
  resourceType: z.literal('ServiceRequest'),
  id: z.string(),
  code: z.looseObject({ coding: z.array(z.looseObject({ system: z.string().optional(), code: z.string().optional() })), text: z.string().optional() }),
})

/** Kinds of image that are made with ionising rays, as the catalogue's list names them. */
const IONISING = ['xray', 'ct', 'mammo', 'dxa', 'nuclear', 'fluoro']

interface Image extends Subject {
  name: string
  isIonising: boolean
}

/** The images of a bundle of drafts that the catalogue knows. */
function imagesIn(db: DatabaseSync, { entry = [] }: Bundle): Image[] {
  return entry.flatMap(({ resource }) => {
    const request = ServiceRequest.safeParse(resource)
    const code = request.data?.code.coding.find(({ system }) => system === codeSystem.services('imaging'))?.code
    if (!request.success || code === undefined) return []
    const row = db.prepare(`SELECT json_extract(detail, '$.category') AS category FROM catalogue_code WHERE list = 'imaging' AND code = ? ORDER BY since DESC LIMIT 1`).get(code)
    if (row === undefined) return []
    return [{ reference: `ServiceRequest/${request.data.id}`, name: request.data.code.text ?? code, isIonising: IONISING.includes(String(row['category'])) }]
  })
}

/** Rays and an unborn child: of a patient of whom nobody knows whether she is pregnant nothing is said. */
export const imagesInPregnancy = (db: DatabaseSync, orders: Bundle, { isPregnant }: Patient): Guidance[] =>
  isPregnant !== true
    ? []
    : imagesIn(db, orders).filter(({ isIonising }) => isIonising).map((image) => ({
        topic: 'radiation',
        rule: 'radiation:pregnancy',
        about: [image],
        indicator: 'warning',
        summary: `${image.name}: پرتو یونیزان در بارداری به جنین آسیب می‌زند`,
        advice: 'اگر می‌شود سونوگرافی یا ام‌آرآی بنویسید، یا با محافظ و با نظر رادیولوژیست.',
        suggestion: { label: `برداشتن ${image.name}`, actions: [{ type: 'delete', description: `${image.name} برداشته شود`, resourceId: image.reference }] },
        reasons: ['benefit-outweighs', 'specialist-advice', 'record-wrong'],
      }))
