import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'
import { BadFiles, importFiles } from './import-files.ts'
import { ensureCatalogue } from './store.ts'

const usage = `npm run catalogue:import -- [--whole] [--database FILE] FILE…
  فایل‌های CSV را به‌صورت یک نسخهٔ تازهٔ مکسا در پایگاه‌دادهٔ محیط آزمایشی بار می‌کند.
  --whole      فایل‌ها فهرست کامل‌اند: کدی که در آن‌ها نیست بازنشسته می‌شود
  --database   فایل پایگاه‌دادهٔ محیط آزمایشی، اگر جای همیشگی‌اش نیست`

/** Faults shown before the rest is only counted. */
const SHOWN = 20

process.exitCode = run()

function run(): number {
  const { values, positionals } = readArguments()
  if (values === null || positionals.length === 0) return refuse(usage)
  const database = values.database ?? configuredDatabase()
  const missing = [...positionals, database].filter((file) => !existsSync(file))
  if (missing.includes(database)) {
    return refuse(`پایگاه‌دادهٔ محیط آزمایشی در ${database} نیست. یک بار npm start را اجرا کنید یا جایش را با --database بگویید.`)
  }
  if (missing.length > 0) return refuse(`این فایل‌ها پیدا نشد: ${missing.join('، ')}`)
  return importInto(database, positionals, values.whole)
}

function readArguments() {
  try {
    const options = { whole: { type: 'boolean', default: false }, database: { type: 'string' } } as const
    return parseArgs({ allowPositionals: true, options })
  } catch {
    // An option that is not ours: the usage says which are.
    return { values: null, positionals: [] }
  }
}

function configuredDatabase(): string {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig().dataFile
}

function importInto(database: string, paths: readonly string[], isWhole: boolean): number {
  const db = openDatabase(database)
  try {
    ensureCatalogue(db)
    const files = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }))
    const { release, added, changed, retired } = importFiles(db, files, { isWhole, now: new Date(), onProgress: say })
    if (release === null) say('هیچ کدی تازه نبود؛ نسخه‌ای ساخته نشد.')
    else {
      say(`نسخهٔ ${release} ساخته شد: ${count(added)} کد تازه، ${count(changed)} تغییر، ${count(retired)} بازنشسته.`)
      say('برنامهٔ در حال اجرا حداکثر تا یک دقیقهٔ دیگر آن را برمی‌دارد.')
    }
    return 0
  } catch (error) {
    if (!(error instanceof BadFiles)) throw error
    const rest = error.faults.length - SHOWN
    return refuse([
      'هیچ‌چیز بار نشد؛ این‌ها را درست کنید و دوباره بار کنید:',
      ...error.faults.slice(0, SHOWN),
      ...(rest > 0 ? [`… و ${count(rest)} ایراد دیگر`] : []),
    ].join('\n'))
  } finally {
    db.close()
  }
}

function say(sentence: string): void {
  console.log(sentence)
}

function refuse(sentence: string): 1 {
  console.error(sentence)
  return 1
}

function count(value: number): string {
  return value.toLocaleString('fa-IR')
}
