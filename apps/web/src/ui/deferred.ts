import { type ComponentType, lazy } from 'react'

const whenIdle = (run: () => void) => ('requestIdleCallback' in window ? window.requestIdleCallback(run) : setTimeout(run, 200))

/**
 * A component that is not needed to draw the page: menus, dialogs, messages. Its code is fetched once the page stands still,
 * so that it is there before a hand can reach for it. Put it within a `Suspense` of its own.
 */
export function deferred<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  whenIdle(() => {
    // Failing to fetch ahead is no failure: it is fetched again when it is first shown.
    load().catch(() => undefined)
  })
  return lazy(load)
}
