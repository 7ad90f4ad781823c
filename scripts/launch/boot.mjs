import { join } from 'node:path'
import { ROOT } from '../set-up/run.mjs'
import { say, sayStep } from '../say.mjs'
import { runChild, startChild, stopChild, untilReady } from './children.mjs'
import { openDatabase } from './database.mjs'
import { lock } from './lock.mjs'
import { page } from './page.mjs'
import { assertFree, freePort } from './ports.mjs'
import { restartOnChange } from './reload.mjs'
import { bffEnv, installSandboxRoot, readSettings, sandboxEnv } from './settings.mjs'

const WEB_DIST = join(ROOT, 'apps/web/dist')
const SEED = 'apps/bff/prisma/seed.ts'

/**
 * Starts database, sandbox of the national services and application, each once the one it needs is there, and prints
 * where to find them.
 * @param {object} options
 * @param {AsyncDisposableStack} options.running takes what must be stopped, in the opposite order
 * @param {AbortSignal} options.signal
 * @param {boolean} options.isWatching
 * @returns {Promise<import('./children.mjs').Child[]>} the processes that must go on running
 */
export async function boot({ running, signal, isWatching }) {
  const settings = readSettings()
  const { port, sandboxPort, dataDir, usesSandbox, sandboxUrl, publicUrl } = settings
  running.defer(lock(dataDir))
  await assertFree(port, 'PORT')
  if (usesSandbox) await assertFree(sandboxPort, 'SANDBOX_PORT')

  /** @param {string} name @param {Omit<import('./children.mjs').ChildOptions, 'logFile' | 'isShown'>} options */
  const launch = (name, options) => {
    const child = startChild({ ...options, logFile: join(dataDir, 'logs', `${name}.log`), isShown: isWatching })
    running.defer(() => stopChild(child))
    if (isWatching) running.defer(restartOnChange(child, [`apps/${name}`, 'packages']))
    return child
  }

  // The sandbox reads its catalogue while the database starts.
  sayStep('پایگاه داده و سامانه‌های ملی آزمایشی راه می‌افتند…')
  const sandbox = usesSandbox
    ? launch('sandbox', { title: 'سامانه‌های ملی آزمایشی', command: ['apps/sandbox/src/main.ts'], env: sandboxEnv(settings) })
    : null
  const databaseUrl = await openDatabase(settings, running)
  if (sandbox) await untilReady(sandbox, `${sandboxUrl}/_sandbox/people`, signal)
  signal.throwIfAborted()

  const internalPort = isWatching ? await freePort() : port
  const env = bffEnv({ ...settings, port: internalPort }, databaseUrl)
  if (sandbox) {
    await installSandboxRoot(settings)
    const seedEnv = { ...env, SANDBOX_URL: sandboxUrl }
    await runChild({ title: 'داده‌های آغازین', command: [SEED], env: seedEnv, logFile: join(dataDir, 'logs/seed.log') })
  }

  sayStep('برنامه راه می‌افتد…')
  const bffUrl = `http://localhost:${internalPort}`
  const bff = launch('bff', {
    title: 'برنامه',
    command: ['apps/bff/src/main.ts'],
    env: isWatching ? env : { NODE_ENV: 'production', ...env, WEB_DIST },
  })
  await untilReady(bff, `${bffUrl}/api/health`, signal)

  const web = isWatching ? startVite(settings, bffUrl, running) : null
  if (web) await untilReady(web, publicUrl, signal)

  say(await page(settings))
  return [sandbox, bff, web].filter((child) => child !== null)
}

/**
 * Vite restarts nothing: it sees to its own changes.
 * @param {import('./settings.mjs').Settings} settings @param {string} bffUrl @param {AsyncDisposableStack} running
 */
function startVite({ port, dataDir }, bffUrl, running) {
  const child = startChild({
    title: 'وب',
    command: ['node_modules/vite/bin/vite.js', 'apps/web', '--config=apps/web/vite.config.ts', `--port=${port}`, '--strictPort'],
    env: { ...process.env, BFF_URL: bffUrl },
    logFile: join(dataDir, 'logs/web.log'),
    isShown: true,
  })
  running.defer(() => stopChild(child))
  return child
}
