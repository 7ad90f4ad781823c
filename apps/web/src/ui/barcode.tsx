import { useEffect, useState } from 'react'
import type { BarcodeDrawing } from './barcode-drawing.ts'
import { classNames } from './class-names.ts'

interface BarcodeProps {
  /** code128: for the hand scanner of a pharmacy · qr: for a phone. */
  kind: 'code128' | 'qr'
  text: string
  /** What it holds, for a screen reader: «بارکد کد رهگیری». */
  label: string
  className?: string
}

const sizes = { code128: 'h-16 w-auto max-w-full', qr: 'size-28' }

/** A code for scanners, as SVG, black on white in every theme. The encoder is fetched when the first one is shown. */
export function Barcode({ kind, text, label, className }: BarcodeProps) {
  const drawing = useDrawing(kind, text)
  if (drawing === 'failed') return <bdi dir="ltr">{text}</bdi>
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={drawing?.viewBox ?? '0 0 1 1'}
      className={classNames('rounded-sm bg-paper text-paper-ink', sizes[kind], className)}
      data-ready={drawing !== null}
      shapeRendering="crispEdges"
    >
      {drawing?.paths.map(({ d, stroke }) => (
        <path key={d} d={d} {...(stroke ? { stroke: 'currentColor', strokeWidth: stroke } : { fill: 'currentColor' })} />
      ))}
    </svg>
  )
}

/** null until drawn. A text that the code cannot hold, or an encoder that cannot be fetched, is `failed`: the text stays readable. */
function useDrawing(kind: BarcodeProps['kind'], text: string): BarcodeDrawing | 'failed' | null {
  const [drawn, setDrawn] = useState<{ of: string; drawing: BarcodeDrawing | 'failed' } | null>(null)
  const wanted = `${kind} ${text}`
  useEffect(() => {
    let isWanted = true
    const keep = (drawing: BarcodeDrawing | 'failed') => isWanted && setDrawn({ of: wanted, drawing })
    import('./barcode-drawing.ts').then(({ drawBarcode }) => keep(drawBarcode(kind, text))).catch(() => keep('failed'))
    return () => {
      isWanted = false
    }
  }, [kind, text, wanted])
  return drawn?.of === wanted ? drawn.drawing : null
}
