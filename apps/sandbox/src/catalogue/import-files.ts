import type { DatabaseSync } from 'node:sqlite'
import { parse, CsvError } from 'csv-parse/sync'
import { transaction } from '../database.ts'
import { NoFreeCode, openAssigner, type CodeAssigner } from './assign-codes.ts'
import type { CatalogueCode, CodeList } from './code.ts'
import { fileKinds, type FileKind } from './file-kinds.ts'
import { addRelease, putCodes, releaseName, retireOthers } from './releases.ts'

export interface CatalogueFile {
  name: string
  text: string
}

export interface ImportOptions {
  /** True where the files hold their lists whole: codes that they lack are retired. */
  isWhole: boolean
  now: Date
  /** Told what is done, in Persian sentences. */
  onProgress: (sentence: string) => void
}

export interface ImportResult {
  /** Null where the files brought nothing new, and no release was made. */
  release: string | null
  added: number
  changed: number
  retired: number
}

/** Files that cannot be taken: every fault with its file and line, in Persian. Nothing was written. */
export class BadFiles extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/**
 * Loads files as one new release of the catalogue, which carries every other code over. All of them or none.
 * @throws BadFiles
 */
export function importFiles(db: DatabaseSync, files: readonly CatalogueFile[], { isWhole, now, onProgress }: ImportOptions): ImportResult {
  const codes = openAssigner(db)
  const read = files.map((file) => readFile(file, codes))
  const faults = read.flatMap((it) => it.faults)
  if (faults.length > 0) throw new BadFiles(faults)
  for (const { name, title, rows } of read) onProgress(`${name}: ${title}، ${count(rows)} سطر خوانده شد`)

  const outcome: ImportResult = { release: null, added: 0, changed: 0, retired: 0 }
  transaction(db, () => {
    const release = releaseName(db, now)
    const seq = addRelease(db, release, now.toISOString())
    const { added, changed } = putCodes(db, seq, read.flatMap((it) => it.found))
    Object.assign(outcome, { added, changed })
    for (const [list, named] of Map.groupBy(read.flatMap((it) => it.named), (it) => it.list)) {
      if (isWhole) outcome.retired += retireOthers(db, seq, list, named.map((it) => it.code))
    }
    if (outcome.added + outcome.changed + outcome.retired > 0) outcome.release = release
    else db.prepare('DELETE FROM catalogue_release WHERE seq = ?').run(seq)
  })
  return outcome
}

interface ReadFile {
  name: string
  title: string
  rows: number
  /** What the file brings. */
  found: CatalogueCode[]
  /** Every code that it names, brought or kept. */
  named: { list: CodeList; code: string }[]
  faults: string[]
}

function readFile({ name, text }: CatalogueFile, assigner: CodeAssigner): ReadFile {
  const faults: string[] = []
  const put = (line: number | null, sentence: string) => void faults.push(`${name}${line === null ? '' : `، سطر ${count(line)}`}: ${sentence}`)
  const kind = kindOf(text.split(/\r?\n/, 1)[0] ?? '')
  if (kind === null) {
    put(1, `ستون‌ها شناخته نشد؛ این فایل‌ها پذیرفته می‌شوند:\n${knownFiles()}`)
    return { name, title: '', rows: 0, found: [], named: [], faults }
  }

  const found: CatalogueCode[] = []
  const named: ReadFile['named'] = []
  const lineOf = new Map<string, number>()
  try {
    for (const { record, line } of recordsOf(text, kind)) {
      const row = kind.read(record, assigner)
      if ('faults' in row) {
        for (const sentence of row.faults) put(line, sentence)
        continue
      }
      const { list, code } = 'keeps' in row ? { list: row.list, code: row.keeps } : row.code
      const before = lineOf.get(code)
      if (before !== undefined) put(line, `همان کد سطر ${count(before)} (${code}) دوباره آمده است`)
      lineOf.set(code, line)
      named.push({ list, code })
      if ('code' in row) found.push(row.code)
    }
    if (lineOf.size === 0 && faults.length === 0) put(null, 'جز سربرگ سطری ندارد')
  } catch (error) {
    putUnreadable(error, put)
  }
  return { name, title: kind.title, rows: lineOf.size, found, named, faults }
}

function putUnreadable(error: unknown, put: (line: number | null, sentence: string) => void): void {
  if (error instanceof NoFreeCode) return put(null, 'بازهٔ کدهای ساختگی پر شده است و به بقیهٔ سطرها کدی نمی‌رسد')
  if (!(error instanceof CsvError)) throw error
  const line = typeof error['lines'] === 'number' ? error['lines'] : null
  put(line, error.code.includes('INCONSISTENT') ? 'شمار ستون‌ها با سربرگ یکی نیست' : `CSV درست نیست (${error.code})`)
}

/** By the header; a file without one by its first row. */
function kindOf(firstLine: string): FileKind | null {
  const cells = parseLine(firstLine)
  const byHeader = fileKinds.find((it) => !it.hasNoHeader && it.columns.every((column) => cells.includes(column)))
  const looksLikeCategory = cells.length === 2 && /^[A-Z]\d[0-9A-Z]{1,5}$/.test(cells[0] ?? '')
  return byHeader ?? fileKinds.find((it) => it.hasNoHeader && looksLikeCategory) ?? null
}

function parseLine(line: string): string[] {
  try {
    return parse(line, { bom: true, trim: true })[0] ?? []
  } catch {
    // Not even a header: the caller says that the columns are unknown.
    return []
  }
}

function recordsOf(text: string, kind: FileKind): { record: Record<string, unknown>; line: number }[] {
  const columns = kind.hasNoHeader ? kind.columns : true
  const rows: { record: Record<string, unknown>; info: { lines: number } }[] = parse(text, { columns, bom: true, info: true, skip_empty_lines: true })
  return rows.map(({ record, info }) => ({ record, line: info.lines }))
}

const knownFiles = () => fileKinds.map((it) => `  • ${it.title}: ${it.hasNoHeader ? 'دو ستون کد و عنوان، بی سربرگ' : it.columns.join(', ')}`).join('\n')

const count = (value: number): string => value.toLocaleString('fa-IR')
