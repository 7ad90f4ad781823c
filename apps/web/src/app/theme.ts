import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'noskhe.theme'
const watchers = new Set<() => void>()

const isChosen = (value: string | undefined): value is 'light' | 'dark' => value === 'light' || value === 'dark'

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(KEY) ?? undefined
    return isChosen(kept) ? kept : 'system'
  } catch {
    // Storage may be closed to us; the theme then follows the device.
    return 'system'
  }
}

/** Puts the remembered theme on the page. Called before the first render. */
export function applyTheme(theme: Theme = remembered()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // It holds until the page is left.
  }
  for (const tell of watchers) tell()
}

function watch(tell: () => void) {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

const current = (): Theme => {
  const { theme } = document.documentElement.dataset
  return isChosen(theme) ? theme : 'system'
}

/** The theme in force and how to choose another; kept on this device. */
export const useTheme = (): [Theme, (theme: Theme) => void] => [useSyncExternalStore(watch, current), chooseTheme]
