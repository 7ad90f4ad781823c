import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { ItemDraft } from '../prescriptions/item.ts'
import { Favourites, ItemSet, MOST_IN_SET, MOST_PINNED, Recall, SetName, SetScope } from './favourite.ts'

const ofTheLists = ['terminology.code-unknown', 'terminology.code-retired', 'terminology.not-loaded'] as const

export const findFavourites = endpoint({
  method: 'GET',
  path: '/favourites',
  summary: 'What the prescriber has pinned at this centre, in her order',
  allow: ['prescriber'],
  input: z.object({}),
  output: Favourites,
  fails: ['terminology.not-loaded'],
})

export const keepFavourites = endpoint({
  method: 'PUT',
  path: '/favourites',
  summary:
    'Keep the pinned items as they now are, in this order: pinning, moving and removing are all this. Refused when they were changed since `revision`. An item that was retired since may stay; a new one may not be retired.',
  allow: ['prescriber'],
  input: z.object({ revision: z.int().nonnegative(), pinned: z.array(ItemDraft).max(MOST_PINNED) }),
  output: Favourites,
  fails: ['favourites.changed-elsewhere', ...ofTheLists],
})

export const listSets = endpoint({
  method: 'GET',
  path: '/item-sets',
  summary: 'Her own named sets of items at this centre and those of the clinic, by name',
  allow: ['prescriber'],
  input: z.object({}),
  output: z.object({ sets: z.array(ItemSet) }),
  fails: ['terminology.not-loaded'],
})

export const makeSet = endpoint({
  method: 'POST',
  path: '/item-sets',
  summary: 'Keep items under a name: for herself, or for every prescriber of the centre',
  allow: ['prescriber'],
  input: z.object({ name: SetName, scope: SetScope, items: z.array(ItemDraft).min(1).max(MOST_IN_SET) }),
  output: ItemSet,
  fails: ofTheLists,
  once: true,
})

export const changeSet = endpoint({
  method: 'PUT',
  path: '/item-sets/:id',
  summary: 'Rename a set, remove it, or put a removed one back. A set of the clinic is changed by who made it, and by nobody else.',
  allow: ['prescriber'],
  input: z.object({ id: Id, revision: z.int().nonnegative(), name: SetName, isRemoved: z.boolean() }),
  output: ItemSet,
  fails: ['set.not-found', 'set.not-yours', 'set.changed-elsewhere', 'terminology.not-loaded'],
})

export const recall = endpoint({
  method: 'GET',
  path: '/prescriptions/:id/recall',
  summary: 'What she wrote before and may want in this draft: of late, for its diagnosis, for its patient. Her own prescriptions at this centre only.',
  allow: ['prescriber'],
  /** `repeated`: a prescription that is to be among the earlier ones, however old, if it is hers and of the same patient. */
  input: z.object({ id: Id, repeated: Id.optional() }),
  output: Recall,
  fails: ['prescription.not-found', 'terminology.not-loaded'],
})
