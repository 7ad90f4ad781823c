import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sayStep, Stop } from '../say.mjs'
import { ROOT, run, show } from '../set-up/run.mjs'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium that starts on this machine; where there is none, one is installed and the person told so. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found

  sayStep('مرورگری برای آزمون‌ها نیست؛ Chromium ویژهٔ Playwright دریافت می‌شود…')
  const isAdministrator = process.getuid?.() === 0
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js')
  await show('node', [cli, 'install', ...(isAdministrator && existsSync('/usr/bin/apt-get') ? ['--with-deps'] : []), 'chromium'])

  if (isAdministrator && existsSync('/usr/bin/apt-get') && !(await findChromium())) {
    sayStep('دریافت نشد؛ Chromium با apt-get از مخزن سیستم نصب می‌شود…')
    await show('apt-get', ['update', '-qq'])
    await show('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' })
  }

  const installed = await findChromium()
  if (installed) return installed
  throw new Stop('مرورگری برای آزمون‌ها به دست نیامد. Chromium را نصب کنید، یا نشانی آن را در متغیر CHROMIUM_PATH بنویسید.')
}

/** One that is there but lacks a library of the system does not count. */
async function findChromium() {
  for (const path of [process.env.CHROMIUM_PATH, ...USUAL_PLACES, await playwrightsOwn()]) {
    if (path && existsSync(path) && (await run(path, ['--version'])).code === 0) return path
  }
  return null
}

/** Where Playwright keeps its own, present or not. */
async function playwrightsOwn() {
  const { code, output } = await run('node', ['-p', "require('@playwright/test').chromium.executablePath()"])
  return code === 0 ? output : null
}
