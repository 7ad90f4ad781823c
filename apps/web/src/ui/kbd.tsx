import { classNames } from './class-names.ts'
import { type Combination, keysOf } from './shortcuts.ts'

/** The keys of a shortcut, as printed on the keyboard. `keys`: a combination; `onAccent`: when it stands on a primary button. */
export function Kbd({ keys, onAccent = false }: { keys: Combination; onAccent?: boolean }) {
  return (
    <bdi dir="ltr" className="inline-flex items-center gap-0.5 coarse:hidden" data-screen-only="">
      {keysOf(keys).map((key) => (
        <kbd
          key={key}
          className={classNames(
            'inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-sans text-xs leading-none font-medium',
            onAccent ? 'border-current/40' : 'border-line bg-sunken text-quiet',
          )}
        >
          {key}
        </kbd>
      ))}
    </bdi>
  )
}
