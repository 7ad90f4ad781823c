import { benchDatabase } from '../../apps/bff/src/testing/bench-database.ts'
import { check, settle } from '../../apps/bff/src/testing/torture/checks.ts'
import { strike } from '../../apps/bff/src/testing/torture/strokes.ts'
import { World } from '../../apps/bff/src/testing/torture/world.ts'
import { runCommand, Stop } from '../say.mjs'

/** Of what `npm test` does once. */
const TENFOLD = 10

await runCommand(async () => {
  const [asked = String(TENFOLD)] = process.argv.slice(2)
  const times = Number(asked)
  if (!Number.isInteger(times) || times < 1) throw new Stop('شمار ضربه‌ها یک عدد درست است: npm run torture -- 10')
  await using running = new AsyncDisposableStack()
  const database = await benchDatabase()
  running.defer(database.close)
  const world = await World.open(database.url)
  running.defer(() => world.close())
  await strike(world, { kills: times, faults: times, keyRaces: 5 * times, lineRaces: 5 * times }, (line) => console.log(`▸ ${line}`))
  console.log('▸ …')
  const violations = [...(await settle(world)), ...(await check(world))]
  for (const { invariant, what } of violations) console.log(`✗ ${invariant}  ${what}`)
  console.log(violations.length === 0 ? '✓ چیزی گم نشد و چیزی دو بار نشد.' : `✗ ${violations.length.toLocaleString('fa-IR')} نقض`)
  return violations.length === 0 ? 0 : 1
})
if (process.connected) process.disconnect()
