import { useSyncExternalStore } from 'react'

function watch(tell: () => void) {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}

/** False when the device knows that it has no network. True does not promise that the server answers. */
export const useIsOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)
