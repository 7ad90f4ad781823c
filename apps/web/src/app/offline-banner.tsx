import { WifiOff } from 'lucide-react'
import { fa } from '../i18n/fa.ts'
import { useIsOnline } from '../offline/connectivity.ts'

/** Says that the network is away, and what that means for what is being written. */
export function OfflineBanner() {
  const isOnline = useIsOnline()
  return (
    <div role="status" data-screen-only="">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 border-b border-warning/30 bg-warning-wash px-4 py-1.5 text-sm text-warning">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {fa.shell.offline}
        </p>
      )}
    </div>
  )
}
