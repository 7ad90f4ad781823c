import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { Cancelling } from './cancelling.tsx'
import { usePrescription } from './queries.ts'
import { RegisteredPrescription } from './registered-prescription.tsx'
import { UnregisteredPrescription } from './unregistered-prescription.tsx'

const ActDesk = lazy(async () => ({ default: (await import('./composer/act-desk.tsx')).ActDesk }))
const Composer = lazy(async () => ({ default: (await import('./composer/composer.tsx')).Composer }))

/** One prescription, as its status lets it be: written, waiting, registered. */
export function PrescriptionPage() {
  const { id = '' } = useParams()
  const prescription = usePrescription(id)
  if (prescription.isPending) return <Skeleton lines={10} />
  if (prescription.data) return <AsItStands it={prescription.data} />
  return (
    <ErrorState retrying={prescription.isFetching} onRetry={() => void prescription.refetch()}>
      {sayProblem(prescription.error)}
    </ErrorState>
  )
}

function AsItStands({ it }: { it: Prescription }) {
  if (it.status === 'draft' && it.amending?.cancellation) return <Cancelling it={it} amending={it.amending} cancellation={it.amending.cancellation} />
  if (it.status === 'draft') {
    return (
      <Suspense fallback={<Skeleton lines={10} />}>
        {it.act ? <ActDesk key={it.id} it={it} act={it.act} /> : <Composer key={it.id} it={it} />}
      </Suspense>
    )
  }
  // Whatever the status says, nothing is called registered without the code that the pharmacy asks for.
  if (it.status === 'registered' && it.trackingCode !== null) return <RegisteredPrescription it={it} trackingCode={it.trackingCode} />
  return <UnregisteredPrescription it={it} />
}
