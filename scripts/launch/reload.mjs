import { watch } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../set-up/run.mjs'
import { sayStep } from '../say.mjs'
import { startChild, stopChild } from './children.mjs'

/** Editors write a file in several strokes. */
const QUIET_MS = 150

/**
 * Puts a fresh process in the place of `child` whenever a source below one of the folders was saved. Node's own --watch
 * is not used: its watching process outlives a launcher that was killed.
 * @param {import('./children.mjs').Child} child
 * @param {string[]} folders relative to the root of the project
 * @returns {() => Promise<void>} ends the watching, after a restart under way
 */
export function restartOnChange(child, folders) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  let restarting = Promise.resolve()
  const watchers = folders.map((folder) =>
    watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
      if (!file || !isSource(file)) return
      clearTimeout(timer)
      timer = setTimeout(() => (restarting = restarting.then(restart)), QUIET_MS)
    }),
  )

  async function restart() {
    sayStep(`«${child.options.title}» از نو راه می‌افتد…`)
    await stopChild(child)
    child.process = startChild(child.options).process
  }

  return async () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
    await restarting
  }
}

/** @param {string} file */
const isSource = (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('node_modules')
