import type { DatabaseSync } from 'node:sqlite'
import { transaction } from './database.ts'
import { AUTHORITY_TABLE } from './health-ca/authority.ts'

/**
 * Empties every table but that of the certificate authorities, whom installations trust by configuration. Foreign keys rest
 * meanwhile, because tables are emptied in any order.
 */
export function forgetEverything(db: DatabaseSync): void {
  db.exec('PRAGMA foreign_keys = OFF')
  try {
    transaction(db, () => {
      for (const { name, type } of db.prepare('PRAGMA table_list').all()) {
        // The shadow tables of a virtual one (full-text search) are emptied through it.
        const isOwn = (type === 'table' || type === 'virtual') && !String(name).startsWith('sqlite_') && name !== AUTHORITY_TABLE
        if (isOwn) db.exec(`DELETE FROM "${String(name)}"`)
      }
    })
  } finally {
    db.exec('PRAGMA foreign_keys = ON')
  }
}
