import { useEffect, useState } from 'react'

const secondsUntil = (end: number) => Math.max(0, Math.ceil((end - Date.now()) / 1000))

/** Whole seconds until `end` (epoch milliseconds of this device), told each second; 0 from then on. */
export function useCountdown(end: number): number {
  const [, tick] = useState(0)
  const left = secondsUntil(end)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => tick((it) => it + 1), (end - Date.now()) % 1000 || 1000)
    return () => clearTimeout(timer)
  })
  return left
}

/** When, on this device's clock, something ends that the server said at `receivedAt` to be `end` while its clock was `now`. */
export const onThisClock = ({ now, end, receivedAt }: { now: string; end: string; receivedAt: number }): number =>
  receivedAt + Date.parse(end) - Date.parse(now)
