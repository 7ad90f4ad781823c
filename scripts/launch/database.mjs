import { join } from 'node:path'
import { EmbeddedProblem, startEmbedded } from '../../apps/bff/src/db/embedded.ts'
import { migrate, MigrationProblem } from '../../apps/bff/src/db/migrate.ts'
import { say, sayStep, Stop } from '../say.mjs'

/**
 * The database the environment names, or our own PostgreSQL; migrated.
 * @param {import('./settings.mjs').Settings} settings
 * @param {AsyncDisposableStack} running
 * @returns {Promise<string>} its address
 */
export async function openDatabase({ databaseUrl, dataDir }, running) {
  try {
    const url = databaseUrl ?? (await startOwn(dataDir, running))
    const { applied } = await migrate(url)
    if (applied.length > 0) sayStep(`ساختار پایگاه داده به‌روز شد (${applied.length.toLocaleString('fa-IR')} گام).`)
    return url
  } catch (error) {
    throw new Stop(sentenceFor(error, databaseUrl !== undefined), { cause: error })
  }
}

/** @param {string} dataDir @param {AsyncDisposableStack} running */
async function startOwn(dataDir, running) {
  const database = await startEmbedded({ dataDir: join(dataDir, 'postgres') })
  running.defer(database.close)
  if (database.adopted) say('  (پایگاه داده‌ای که از اجرای پیشین روشن مانده بود به کار گرفته شد.)')
  return database.url
}

/** @param {unknown} error @param {boolean} isGiven whether the database is the one DATABASE_URL names */
function sentenceFor(error, isGiven) {
  if (error instanceof EmbeddedProblem) return `${embeddedSentence[error.kind](error.path)}\n${error.message}`
  if (error instanceof MigrationProblem) return `${migrationSentence[error.kind](error.migration)}${causeOf(error)}`
  if (isGiven && error instanceof Error && 'code' in error) {
    return `به پایگاه داده‌ای که متغیر DATABASE_URL نشان می‌دهد نمی‌توان وصل شد (${error.code}).`
  }
  throw error
}

/** @type {Record<import('../../apps/bff/src/db/embedded/problem.ts').EmbeddedProblemKind, (path: string) => string>} */
const embeddedSentence = {
  platform: (name) => `برای این رایانه PostgreSQL همراه برنامه نیست (${name}). نشانی یک PostgreSQL را در متغیر DATABASE_URL بنویسید.`,
  place: (path) => `پایگاه داده در این پوشه جا نمی‌گیرد: ${path}\nاجازهٔ نوشتن بدهید یا پوشهٔ دیگری را در متغیر DATA_DIR بنویسید.`,
  start: (path) => `PostgreSQL راه نیفتاد؛ گزارش آن اینجاست: ${path}`,
}

/** @type {Record<import('../../apps/bff/src/db/migrate.ts').MigrationProblemKind, (name: string) => string>} */
const migrationSentence = {
  edited: (name) => `پروندهٔ مهاجرت ${name} پس از اجرا تغییر کرده است؛ آن را به حال نخست برگردانید و تغییر را در مهاجرتی تازه بنویسید.`,
  'newer-database': (name) => `پایگاه داده از این نسخهٔ برنامه تازه‌تر است (${name})؛ نسخهٔ تازه‌تر برنامه را اجرا کنید.`,
  unfinished: (name) => `مهاجرت ${name} را ابزار دیگری نیمه‌کاره گذاشته است؛ پیش از ادامه آن را سامان دهید.`,
  failed: (name) => `مهاجرت ${name} اجرا نشد و هیچ بخشی از آن نماند:`,
}

/** @param {Error} error */
const causeOf = ({ cause }) => (cause instanceof Error ? `\n${cause.message}` : '')
