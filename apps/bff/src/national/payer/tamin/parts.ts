import type { KeptPrescription, NoteDetail, WrittenRow } from '@noskhe/national-wire/tamin'
import { prescriptionType } from '@noskhe/national-wire/tamin/codes'
import type { PrescriptionType } from '@noskhe/national-wire/tamin/codes'
import type { PartKind, Registered, RegisteredPart } from '../port.ts'
import { readLine } from './lines.ts'
import { asWritten } from './reading.ts'
import { partInComment } from './visit-ref.ts'

/** One prescription of ours is as many of Tamin's as it has types of lines; in this order they are told. */
const kinds = [
  [prescriptionType.drug, 'drug'],
  [prescriptionType.paraclinical, 'paraclinical'],
  [prescriptionType.services, 'service'],
  [prescriptionType.referredServices, 'referred-service'],
] as const satisfies readonly (readonly [PrescriptionType, PartKind])[]

export interface Part {
  type: PrescriptionType
  kind: PartKind
  checkRefs: string[]
  notes: NoteDetail[]
}

/** Takes lines apart by the type they go into. None is lost, none is in two parts, and each part keeps their order. */
export function partsOf(checkRefs: readonly string[]): Part[] {
  const lines = checkRefs.map((ref) => ({ ref, ...readLine(ref) }))
  return kinds.flatMap(([type, kind]) => {
    const own = lines.filter((it) => it.type === type)
    return own.length === 0 ? [] : [{ type, kind, checkRefs: own.map(({ ref }) => ref), notes: own.map(({ note }) => note) }]
  })
}

/** @throws TypeError for what is no part of a prescription of lines */
export function partAsKept({ prescTypeId, trackingCode, noteDetailEprscs }: KeptPrescription): RegisteredPart {
  const kind = kinds.find(([type]) => type === prescTypeId)?.[1]
  if (kind === undefined) throw new TypeError(`Type ${prescTypeId} holds no lines`)
  return { kind, trackingCode, checkRefs: noteDetailEprscs.map((line) => asWritten(line, prescTypeId)) }
}

/** One code, or one for each part. @throws TypeError where there is none */
export function registeredAs(parts: readonly RegisteredPart[]): Registered {
  const [first] = parts
  if (first === undefined) throw new TypeError('Nothing is registered')
  return { outcome: 'registered', trackingCode: first.trackingCode, ...(parts.length > 1 && { parts: [...parts] }) }
}

/**
 * Whether all parts of a visit are there. A part says in its comment which of how many it is. One that is missing was taken out
 * by an edit if it was deleted after all that are there were written; otherwise it never arrived, and what is there is half.
 */
export function extentOf(rows: readonly WrittenRow[]): 'none' | 'half' | 'whole' {
  const live = rows.filter((it) => it.deletedAt === null)
  if (live.length === 0) return 'none'
  const total = Math.max(...live.map((it) => partInComment(it.comments).of))
  const lastWritten = live.map((it) => it.writtenAt).sort().at(-1) ?? ''
  const isThere = (part: number) =>
    rows.some((it) => partInComment(it.comments).part === part && (it.deletedAt === null || it.deletedAt >= lastWritten))
  return Array.from({ length: total }, (_, index) => index + 1).every(isThere) ? 'whole' : 'half'
}
