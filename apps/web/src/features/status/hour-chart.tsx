import type { NationalServiceStatus } from '@noskhe/shared/status/contract'
import { sayHour, words } from './words.ts'

const COLUMN = 12
const BAR = 9
const BASE = 26
const ABOVE = 24
const BELOW = 12
/** One call among hundreds is still seen. */
const LEAST = 2

/**
 * The last hour in twelve columns of five minutes, the newest at the left: answers stand above the line, failures hang below
 * it, those that were answered wrongly in outline. Told by place and shape, not by colour alone; drawn, so that paper has it too.
 */
export function HourChart({ it }: { it: NationalServiceStatus }) {
  const { parts } = it.hour
  const most = Math.max(1, ...parts.flatMap(({ answered, erring, silent }) => [answered, erring + silent]))
  const height = (count: number, room: number) => (count === 0 ? 0 : Math.max(LEAST, (count / most) * room))
  const width = parts.length * COLUMN
  return (
    <svg role="img" aria-label={sayHour(it)} viewBox={`0 0 ${width} ${BASE + BELOW + LEAST}`} preserveAspectRatio="none" className="h-10 w-full">
      <line x1="0" x2={width} y1={BASE} y2={BASE} className="stroke-edge" strokeWidth="0.75" />
      {parts.map(({ answered, erring, silent }, place) => {
        const x = (parts.length - 1 - place) * COLUMN + (COLUMN - BAR) / 2
        const [up, dumb, wrong] = [height(answered, ABOVE), height(silent, BELOW), height(erring, BELOW)]
        return (
          <g key={place}>
            {up > 0 && <rect x={x} y={BASE - up} width={BAR} height={up} className="fill-done" />}
            {dumb > 0 && <rect x={x} y={BASE} width={BAR} height={dumb} className="fill-refusal" />}
            {wrong > 0 && <rect x={x + 0.5} y={BASE + dumb + 0.5} width={BAR - 1} height={wrong} className="fill-surface stroke-warning" strokeWidth="1" />}
          </g>
        )
      })}
    </svg>
  )
}

/** What the columns mean, once for all rows. */
export const HourLegend = () => (
  <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-quiet">
    <span>{words.legendWhen}</span>
    {(['answered', 'silent', 'erring'] as const).map((kind) => (
      <span key={kind} className="flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 9 12" className="h-3 w-2.5">
          {kind === 'answered' && <rect y="0" width="9" height="8" className="fill-done" />}
          {kind === 'silent' && <rect y="4" width="9" height="8" className="fill-refusal" />}
          {kind === 'erring' && <rect x="0.5" y="4.5" width="8" height="7" className="fill-surface stroke-warning" />}
          <line x1="0" x2="9" y1={kind === 'answered' ? 8 : 4} y2={kind === 'answered' ? 8 : 4} className="stroke-edge" />
        </svg>
        {words[kind]}
      </span>
    ))}
  </p>
)
