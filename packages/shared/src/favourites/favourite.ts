import { z } from 'zod'
import { Id } from '../identifiers.ts'
import { WrittenItem } from '../prescriptions/item.ts'
import { foldPersian } from '../text.ts'

/** Most items that one prescriber keeps pinned at one centre. */
export const MOST_PINNED = 60
/** Most items of a set; as many as a prescription holds. */
export const MOST_IN_SET = 40

/**
 * An item that was written before and may be written again: named as the national list names it now. Its `key` tells it from
 * its neighbours only; an item made of it gets a new one and is checked anew.
 */
export const OfferedItem = z.object({
  item: WrittenItem,
  /** False where its code, or a code in its directions, was retired since: it is shown, and cannot be taken. */
  isCurrent: z.boolean(),
}).meta({ id: 'OfferedItem' })
export type OfferedItem = z.infer<typeof OfferedItem>

/** What one prescriber has pinned at one centre, in her order. */
export const Favourites = z.object({
  /** Counts its changes; sent back with every change, so that two tabs do not overwrite each other. */
  revision: z.int().nonnegative(),
  pinned: z.array(OfferedItem),
}).meta({ id: 'Favourites' })
export type Favourites = z.infer<typeof Favourites>

/** `own`: for whoever made it. `clinic`: every prescriber of the centre sees and takes it. */
export const SetScope = z.enum(['own', 'clinic'])
export type SetScope = z.infer<typeof SetScope>

export const SetName = z.string().overwrite(foldPersian).trim().min(1).max(60)

/** Items under a name, to be taken together or in part; never put into a draft by itself. */
export const ItemSet = z.object({
  id: Id,
  revision: z.int().nonnegative(),
  scope: SetScope,
  name: z.string(),
  /** Who made it, as she was called then. */
  author: z.string(),
  /** Whether whoever asks may rename and remove it: only who made it may. */
  isHers: z.boolean(),
  isRemoved: z.boolean(),
  items: z.array(OfferedItem),
}).meta({ id: 'ItemSet' })
export type ItemSet = z.infer<typeof ItemSet>

/** One of her earlier prescriptions for the same patient. */
export const EarlierPrescription = z.object({ id: Id, writtenAt: z.iso.datetime(), items: z.array(OfferedItem) })
export type EarlierPrescription = z.infer<typeof EarlierPrescription>

/** What she wrote before at this centre and may want in this draft. Drafts, discarded and cancelled ones are not in it. */
export const Recall = z.object({
  /** What she wrote last, for whomever; each code once, with the directions she gave it last. */
  recent: z.array(OfferedItem),
  /** What she gave at least twice for the diagnosis of this draft, most often first. Empty while there is no diagnosis. */
  usual: z.array(OfferedItem),
  /** Her last prescriptions for this patient, newest first. */
  earlier: z.array(EarlierPrescription),
}).meta({ id: 'Recall' })
export type Recall = z.infer<typeof Recall>
