import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { type Combination, openShortcutLayer, registeredShortcuts, registerShortcut, type Shortcut, watchShortcuts } from './shortcuts.ts'

const Layer = createContext(0)

interface ShortcutOptions {
  /** False while the shortcut would do nothing. */
  enabled?: boolean
  yieldsToText?: boolean
}

/**
 * Runs `run` on a combination of physical keys, as long as the component is on the screen: `useShortcut('Mod+Enter', 'امضا', sign)`.
 * Listed on `?` under `label`. Keys without Ctrl or Alt are left to a text box that has the focus; below an open dialog
 * nothing runs. Ctrl+N, Ctrl+T and Ctrl+W are the browser's and cannot be had.
 */
export function useShortcut(combination: Combination, label: string, run: () => void, { enabled = true, yieldsToText = false }: ShortcutOptions = {}) {
  const layer = useContext(Layer)
  const onPress = useEffectEvent(run)
  useEffect(
    () => (enabled ? registerShortcut({ combination, label, layer, yieldsToText, run: () => onPress() }) : undefined),
    [combination, label, layer, enabled, yieldsToText],
  )
}

/** What is inside hears keys; what is below sleeps while this is mounted. Dialogs wrap their content in it. */
export function ShortcutLayer({ children }: { children: ReactNode }) {
  const layer = useContext(Layer) + 1
  useEffect(() => openShortcutLayer(layer), [layer])
  return <Layer value={layer}>{children}</Layer>
}

/** The shortcuts of the page (not of dialogs), for the list on `?`. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(watchShortcuts, registeredShortcuts).filter(({ layer }) => layer === 0)
}
