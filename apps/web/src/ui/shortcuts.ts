type Letter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type Key =
  | `Key${Letter}`
  | `Digit${Digit}`
  | `F${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`
  | `Arrow${'Up' | 'Down' | 'Left' | 'Right'}`
  | 'Slash' | 'Enter' | 'Escape' | 'Backspace' | 'Delete' | 'Space' | 'Comma' | 'Period'
type Modifiers = '' | 'Mod+' | 'Alt+' | 'Shift+' | 'Mod+Shift+' | 'Alt+Shift+'

/** Keys by their place on the keyboard (`event.code`), so that they work on a Persian layout. `Mod` is Ctrl, or ⌘ on a Mac. */
export type Combination = `${Modifiers}${Key}`

export interface Shortcut {
  combination: Combination
  /** What it does, in words: shown on `?`. */
  label: string
  run: () => void
  /** 0 is the page; each open dialog is a layer above. Only the topmost layer hears keys. */
  layer: number
  /** Left to a box that holds text and to a form being filled, where the same keys mean the text: Ctrl and Z. */
  yieldsToText?: boolean
}

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

let shortcuts: readonly Shortcut[] = []
let openLayers: readonly number[] = []
const watchers = new Set<() => void>()

function changed(next: readonly Shortcut[]) {
  shortcuts = next
  for (const tell of watchers) tell()
}

/** Which registered shortcuts there are now; for the list on `?`. */
export const registeredShortcuts = (): readonly Shortcut[] => shortcuts

export function watchShortcuts(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** Adds a shortcut and returns how to take it away. Of two alike in one layer, the later one answers. */
export function registerShortcut(shortcut: Shortcut): () => void {
  if (shortcuts.length === 0) window.addEventListener('keydown', hear)
  changed([...shortcuts, shortcut])
  return () => {
    changed(shortcuts.filter((other) => other !== shortcut))
    if (shortcuts.length === 0) window.removeEventListener('keydown', hear)
  }
}

/** Opens a layer above the page, below which shortcuts sleep; returns how to close it. */
export function openShortcutLayer(layer: number): () => void {
  openLayers = [...openLayers, layer]
  return () => {
    const at = openLayers.indexOf(layer)
    openLayers = openLayers.filter((_, place) => place !== at)
  }
}

function hear(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const top = Math.max(0, ...openLayers)
  const shortcut = shortcuts.findLast((it) => it.layer === top && matches(it.combination, event))
  if (!shortcut || (isTyping(event.target) && typesSomething(shortcut.combination))) return
  if (shortcut.yieldsToText && holdsText(event.target)) return
  event.preventDefault()
  shortcut.run()
}

/** Whether a key press is this combination: the key by its place, and exactly these modifiers. */
export function matches(combination: Combination, event: KeyboardEvent): boolean {
  const parts = combination.split('+')
  const mod = isApple() ? event.metaKey : event.ctrlKey
  const otherMod = isApple() ? event.ctrlKey : event.metaKey
  return (
    event.code === parts.at(-1) &&
    mod === parts.includes('Mod') &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift') &&
    !otherMod
  )
}

// A key that would put a character into a box, or act on what is typed there, belongs to the box.
const typesSomething = (combination: Combination) => !/Mod|Alt|F\d|Escape/.test(combination)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

const holdsText = (target: EventTarget | null) =>
  isTyping(target) && ((target as HTMLInputElement).value !== '' || (target as HTMLElement).closest('form') !== null)

const keyNames: Record<string, string> = {
  Enter: '⏎', Escape: 'Esc', Slash: '/', Comma: ',', Period: '.', Space: 'Space', Backspace: '⌫', Delete: 'Del',
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→',
}

/** The keys as they are printed on the keyboard: `['Ctrl', 'S']`. `Shift+Slash` is the question mark's key. */
export function keysOf(combination: Combination): string[] {
  if (combination === 'Shift+Slash') return ['?']
  return combination.split('+').map((part) => {
    if (part === 'Mod') return isApple() ? '⌘' : 'Ctrl'
    return keyNames[part] ?? part.replace(/^(Key|Digit)/, '')
  })
}
