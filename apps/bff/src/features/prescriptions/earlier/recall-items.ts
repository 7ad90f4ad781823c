import type { OfferedItem, Recall } from '@noskhe/shared/favourites/favourite'
import type { WrittenItem } from '@noskhe/shared/prescriptions/item'
import type { Input } from '@noskhe/shared/endpoint'
import type { recall as contract } from '@noskhe/shared/favourites/contract'
import type { Context } from '../../../context.ts'
import { find, keyOf } from '../store.ts'
import { renewItems } from './complete-items.ts'
import { type Written, writtenForDiagnosis, writtenForPatient, writtenOfLate } from './store.ts'

const LOOKED_THROUGH = 60
const SHOWN = 8
/** Once is no habit. */
const USUAL_FROM = 2
const EARLIER = 5

/**
 * What she wrote before at this centre and may want in this draft: of late, for its diagnosis, for its patient.
 * @throws Failure `prescription.not-found` | `terminology.not-loaded`
 */
export async function recallItems(context: Context, { id, repeated }: Input<typeof contract>): Promise<Recall> {
  const { db, actor, now } = context
  const { prescription } = await find(db, keyOf(actor, id))
  const { diagnosis, patient } = prescription
  const [late, forDiagnosis, forPatient] = await Promise.all([
    writtenOfLate(db, actor, LOOKED_THROUGH),
    diagnosis === null ? [] : writtenForDiagnosis(db, actor, diagnosis.code, { limit: LOOKED_THROUGH, now: now() }),
    writtenForPatient(db, actor, patient, { limit: EARLIER, also: repeated ?? null }),
  ])
  // What is being changed is no earlier prescription of itself.
  const earlier = forPatient.filter((it) => it.id !== id && it.items.length > 0)
  const [recent, usual, ...lists] = await Promise.all([
    offered(context, recentOf(late)),
    offered(context, usualOf(forDiagnosis)),
    ...earlier.map(({ items }) => renewItems(context, items)),
  ])
  return { recent, usual, earlier: earlier.map((it, place) => ({ id: it.id, writtenAt: it.writtenAt.toISOString(), items: lists[place] ?? [] })) }
}

/** What is offered by itself must be takeable. */
const offered = async (context: Context, items: readonly WrittenItem[]): Promise<OfferedItem[]> =>
  (await renewItems(context, items)).filter(({ isCurrent }) => isCurrent).slice(0, SHOWN)

/** Lists of different kinds may use one code. */
const codeOf = ({ kind, code }: WrittenItem) => `${kind} ${code}`

/** Each code once, with the directions she gave it last; newest first. */
function recentOf(written: readonly Written[]): WrittenItem[] {
  const byCode = Map.groupBy(written.flatMap(({ items }) => items), codeOf)
  return [...byCode.values()].flatMap((items) => items.slice(0, 1)).slice(0, 2 * SHOWN)
}

/** Codes she gave in several of these prescriptions, most often first, each with its most frequent directions. */
function usualOf(written: readonly Written[]): WrittenItem[] {
  const byCode = Map.groupBy(written.flatMap(({ items }) => items), codeOf)
  const habits = [...byCode.values()].filter((items) => items.length >= USUAL_FROM).toSorted((a, b) => b.length - a.length)
  return habits.flatMap((items) => mostFrequent(items)).slice(0, 2 * SHOWN)
}

/** The newest of those whose directions are met most often. */
function mostFrequent(items: readonly WrittenItem[]): WrittenItem[] {
  const byDirections = Map.groupBy(items, ({ readBack, quantity }) => `${readBack}#${quantity}`)
  const [most] = [...byDirections.values()].toSorted((a, b) => b.length - a.length)
  return most?.slice(0, 1) ?? []
}
