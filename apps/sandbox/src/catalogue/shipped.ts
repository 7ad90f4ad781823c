import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import type { CatalogueCode, Interaction } from './code.ts'
import {
  drugCode, DrugRow, icd10Code, Icd10Row, imagingCode, ImagingRow, interaction, InteractionRow, labCode, LabRow, listedService, ServiceRow, sigCode, SigRow,
} from './sheets.ts'

interface ShippedRelease {
  release: string
  publishedAt: string
  codes: CatalogueCode[]
  interactions: Interaction[]
}

let read: ShippedRelease | undefined

/** The release that comes with the product: our own data files beside this one (CC0, codes synthetic). Read once. */
export const readShippedRelease = (): ShippedRelease => (read ??= parseShippedRelease())

function parseShippedRelease(): ShippedRelease {
  return {
    release: '1405.09.01',
    publishedAt: '2026-11-22T00:00:00+03:30',
    codes: [
      ...rowsOf('drugs.csv', DrugRow).map(drugCode),
      ...rowsOf('labs.csv', LabRow).map(labCode),
      ...rowsOf('imaging.csv', ImagingRow).map(imagingCode),
      ...rowsOf('services.csv', ServiceRow).map(listedService),
      ...rowsOf('icd10.csv', Icd10Row).map(icd10Code),
      ...rowsOf('sig.csv', SigRow).map(sigCode),
    ],
    interactions: rowsOf('interactions.csv', InteractionRow).map(interaction),
  }
}

function rowsOf<S extends z.ZodType>(file: string, schema: S): z.output<S>[] {
  const rows: unknown[] = parse(readFileSync(new URL(`data/${file}`, import.meta.url)), { columns: true, bom: true })
  return rows.map((row) => schema.parse(row))
}
