import * as contract from '@noskhe/shared/favourites/contract'
import type { Server } from '../../http/serve.ts'
import { recallItems } from '../prescriptions/index.ts'
import { changeSet } from './change-set.ts'
import { findFavourites, keepFavourites } from './keep-favourites.ts'
import { listSets } from './list-sets.ts'
import { makeSet } from './make-set.ts'

export function routes(server: Server): void {
  server.atCentre(contract.findFavourites, findFavourites)
  server.atCentre(contract.keepFavourites, keepFavourites)
  server.atCentre(contract.listSets, listSets)
  server.atCentre(contract.makeSet, makeSet)
  server.atCentre(contract.changeSet, changeSet)
  server.atCentre(contract.recall, recallItems)
}
