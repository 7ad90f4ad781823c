import { ArrowRight, Printer } from 'lucide-react'
import { useRef } from 'react'
import { useParams } from 'react-router'
import { fa } from '../../i18n/fa.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { usePrescription } from './queries.ts'
import { Slip } from './slip.tsx'
import { words } from './words.ts'

/** The patient's slip on the screen, and the way to paper: never without a tracking code, never before its codes are drawn. */
export function SlipPage() {
  const { id = '' } = useParams()
  const prescription = usePrescription(id)
  const paper = useRef<HTMLDivElement>(null)
  if (prescription.isPending) return <Skeleton lines={8} />
  if (!prescription.data) return <ErrorState onRetry={() => void prescription.refetch()}>{sayProblem(prescription.error)}</ErrorState>
  const it = prescription.data
  const trackingCode = it.status === 'registered' ? it.trackingCode : null
  const print = async () => {
    await untilDrawn(paper.current)
    window.print()
  }
  return (
    <div className="mx-auto w-full max-w-2xl">
      <div data-screen-only="">
        <PageHeader
          title={words.slip}
          actions={
            <>
              <LinkButton icon={ArrowRight} to={paths.prescription(id)}>
                {fa.action.back}
              </LinkButton>
              <Button kind="primary" icon={Printer} disabled={trackingCode === null} onPress={() => void print()}>
                {fa.action.print}
              </Button>
            </>
          }
        />
      </div>
      <div ref={paper}>
        {trackingCode === null ? <ErrorState title={words.notRegisteredTitle}>{words.signedBody}</ErrorState> : <Slip it={it} trackingCode={trackingCode} />}
      </div>
    </div>
  )
}

const PATIENCE_MS = 3_000

/** Waits until the barcodes are on the page; after a while prints the digits alone, which can be typed. */
async function untilDrawn(paper: HTMLElement | null): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (paper?.querySelector('[data-ready=false]') && performance.now() < until) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}
