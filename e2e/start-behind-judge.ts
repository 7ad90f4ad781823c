import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { judge } from './judge.ts'
import { setting, settingsWith } from './setting.ts'

/**
 * Boots the product with a validating proxy between it and the insurer, which holds both to the published contract. What
 * the proxy objects to, in either direction, it refuses; its words are written to a file that the suite wants empty.
 */
const contract = setting('CONTRACT')
const objections = setting('OBJECTIONS')
const port = Number(setting('PORT')) + 3000
const insurer = `http://127.0.0.1:${setting('SANDBOX_PORT')}`

mkdirSync(dirname(objections), { recursive: true })
writeFileSync(objections, '')
// A group of its own, so that the whole of it can be ended: npx starts the proxy as its child.
const proxy = spawn('npx', [...judge, 'proxy', '--errors', '-p', String(port), contract, insurer], {
  detached: true,
  stdio: ['ignore', 'pipe', 'pipe'],
})
const isListening = new Promise<void>((resolve, reject) => {
  const hear = (chunk: Buffer) => {
    const said = String(chunk)
    if (said.includes('is listening')) resolve()
    for (const line of said.split('\n')) if (/violation|UNPROCESSABLE|Invalid request/i.test(line)) appendFileSync(objections, `${line}\n`)
  }
  proxy.stdout.on('data', hear)
  proxy.stderr.on('data', hear)
  proxy.on('exit', () => reject(new Error('The validating proxy did not start')))
})
await isListening

const product = spawn(process.execPath, ['scripts/start.mjs', '--quiet'], {
  stdio: 'inherit',
  env: settingsWith({ IHIO_URL: `http://127.0.0.1:${port}` }),
})
const stop = () => product.kill('SIGTERM')
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
product.on('exit', (code) => {
  proxy.removeAllListeners('exit')
  if (proxy.pid !== undefined) process.kill(-proxy.pid)
  process.exit(code ?? 0)
})
