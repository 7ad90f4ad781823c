import { join } from 'node:path'
import { openDb } from '../../apps/bff/src/db/client.ts'
import { startEmbedded } from '../../apps/bff/src/db/embedded.ts'
import { verifyChains } from '../../apps/bff/src/features/audit/index.ts'
import { readSettings } from '../launch/settings.mjs'
import { runCommand } from '../say.mjs'

/** @type {Record<'missing' | 'unlinked' | 'altered' | 'beyond-head', string>} */
const sentence = {
  missing: 'نیست؛ برداشته شده است.',
  unlinked: 'به رویداد پیش از خود پیوسته نیست.',
  altered: 'با آنچه نوشته شده بود یکی نیست.',
  'beyond-head': 'پس از پایان ثبت‌شدهٔ زنجیره ایستاده است.',
}

/** @param {number | bigint} count */
const persian = (count) => count.toLocaleString('fa-IR')

await runCommand(async () => {
  await using running = new AsyncDisposableStack()
  const db = openDb(await addressOf(readSettings(), running), 2)
  running.defer(() => db.$disconnect())
  let broken = 0
  for await (const report of verifyChains(db)) {
    console.log(lineOf(report))
    if (report.broken) broken += 1
  }
  console.log(broken === 0 ? '✓ هیچ رویدادی دستکاری نشده است.' : `✗ زنجیرهٔ ${persian(broken)} مرکز شکسته است.`)
  return broken === 0 ? 0 : 1
})

/**
 * Our own PostgreSQL is stopped afterwards only if it was we who started it.
 * @param {import('../launch/settings.mjs').Settings} settings @param {AsyncDisposableStack} running
 */
async function addressOf({ databaseUrl, dataDir }, running) {
  if (databaseUrl !== undefined) return databaseUrl
  const database = await startEmbedded({ dataDir: join(dataDir, 'postgres') })
  if (!database.adopted) running.defer(database.close)
  return database.url
}

/** @param {import('../../apps/bff/src/features/audit/index.ts').ChainReport} report */
function lineOf({ centreId, sound, broken }) {
  if (broken === null) return `✓ ${centreId}  ${persian(sound)} رویداد`
  return `✗ ${centreId}  رویداد ${persian(broken.seq)}: ${sentence[broken.fault]}`
}
