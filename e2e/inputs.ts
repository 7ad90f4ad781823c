import type { Page } from '@playwright/test'

/** What a task cost its user: key presses (modifiers too, a held key once) and presses of the mouse. */
export interface Cost {
  keys: number
  presses: number
}

declare global {
  interface Window {
    /** Counted by the page itself, before anything of the product hears of it. */
    inputs?: Cost
  }
}

/** Counts every real input from the next page that is opened on. */
export async function countInputs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const inputs = { keys: 0, presses: 0 }
    window.inputs = inputs
    const count = (of: keyof typeof inputs) => (event: Event) => {
      if (event.isTrusted && !(event instanceof KeyboardEvent && event.repeat)) inputs[of] += 1
    }
    window.addEventListener('keydown', count('keys'), { capture: true })
    window.addEventListener('pointerdown', count('presses'), { capture: true })
  })
}

const spent = (page: Page): Promise<Cost> =>
  page.evaluate(() => {
    if (!window.inputs) throw new Error('Nothing counts the inputs of this page')
    return { ...window.inputs }
  })

/** What a task costs from its first input to its last. It must stay on one page, as the product does. */
export async function costOf(page: Page, task: () => Promise<void>): Promise<Cost> {
  const before = await spent(page)
  await task()
  const after = await spent(page)
  return { keys: after.keys - before.keys, presses: after.presses - before.presses }
}

/** What a scanner types is nobody's input. */
export async function scanned(page: Page, scan: () => Promise<void>): Promise<void> {
  const before = await spent(page)
  await scan()
  await page.evaluate((counted) => void (window.inputs && Object.assign(window.inputs, counted)), before)
}

export const total = ({ keys, presses }: Cost): number => keys + presses
